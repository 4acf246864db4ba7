import { useRef, useState, type PointerEvent } from "react";

/** Near the edge of the window a dragged thing pulls the page along, in pixels. */
const EDGE = 72;
const PULL = 14;

export type Order = {
  ids: readonly string[];
  /** What is being dragged. */
  dragged: string | undefined;
  /** What was moved last and where it is, from 1 on, for a reader to say. */
  moved: { id: string; position: number } | undefined;
  step: (id: string, by: -1 | 1) => void;
  /** For the handle of each: it is dragged by pointer, and the thing below it has `data-ordered` with its id. */
  drag: (id: string) => {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp: () => void;
    onPointerCancel: () => void;
  };
};

/**
 * An order that a hand or the keyboard changes, shown at once; what the server says later takes its place.
 *
 * @param save is given the new order when a move has ended
 */
export function useOrder(stored: readonly string[], save: (ids: readonly string[]) => void): Order {
  const [ids, setIds] = useState(stored);
  const [dragged, setDragged] = useState<string>();
  const [moved, setMoved] = useState<Order["moved"]>();
  const before = useRef(stored);
  const key = stored.join();
  const [shownKey, setShownKey] = useState(key);
  if (shownKey !== key) {
    setShownKey(key);
    setIds(stored);
  }

  const put = (id: string, position: number): readonly string[] => {
    const others = ids.filter((one) => one !== id);
    const next = others.toSpliced(position, 0, id);
    setIds(next);
    return next;
  };
  const end = () => {
    if (dragged === undefined) return;
    setDragged(undefined);
    if (ids.join() === before.current.join()) return;
    setMoved({ id: dragged, position: ids.indexOf(dragged) + 1 });
    save(ids);
  };

  return {
    ids,
    dragged,
    moved,
    step: (id, by) => {
      const position = ids.indexOf(id) + by;
      if (position < 0 || position >= ids.length) return;
      setMoved({ id, position: position + 1 });
      save(put(id, position));
    },
    drag: (id) => ({
      onPointerDown: (event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        before.current = ids;
        setDragged(id);
      },
      onPointerMove: ({ clientX, clientY }) => {
        if (dragged !== id) return;
        if (clientY < EDGE) window.scrollBy(0, -PULL);
        else if (clientY > window.innerHeight - EDGE) window.scrollBy(0, PULL);
        const under = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-ordered]");
        const position = ids.indexOf(under?.dataset.ordered ?? id);
        if (position !== -1 && position !== ids.indexOf(id)) put(id, position);
      },
      onPointerUp: end,
      onPointerCancel: end,
    }),
  };
}
