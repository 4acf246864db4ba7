import { Scripts } from "@remix-run/react";
import { cloneElement, isValidElement, type ComponentProps, type ReactElement, type ReactNode } from "react";

/**
 * Remix's scripts, fetched when the page is shown: it can be read and used without them, so what is seen has the line and
 * the processor to itself until then. Remix has no setting for that.
 */
export function LateScripts(props: ComponentProps<typeof Scripts>) {
  const scripts = Scripts(props) as ReactElement<{ children: ReactNode[] }> | null;
  if (!scripts) return null;
  const { children } = scripts.props;
  return cloneElement(
    scripts,
    undefined,
    ...children.map((node) => {
      if (Array.isArray(node) ? node.some(isPreload) : isPreload(node)) return null;
      // What the scripts say is written once, by the server.
      return import.meta.env.SSR ? late(node, children.flat().filter(isPreload)) : node;
    }),
  );
}

type Tag = { rel?: string; href?: string; type?: string; dangerouslySetInnerHTML?: { __html: string } };

function isPreload(node: ReactNode): node is ReactElement<Tag> {
  return isValidElement<Tag>(node) && node.props.rel === "modulepreload";
}

function late(node: ReactNode, preloads: readonly ReactElement<Tag>[]): ReactNode {
  if (!isValidElement<Tag & { children?: ReactNode }>(node)) return node;
  const { type, dangerouslySetInnerHTML: code, children } = node.props;
  if (type === "module" && code) {
    const { __html: written } = code;
    const modules = preloads.map(({ props }) => props.href ?? "");
    return cloneElement(node, { dangerouslySetInnerHTML: { __html: afterFirstFrame(written, modules) } });
  }
  return Array.isArray(children)
    ? cloneElement(node, undefined, ...children.map((child: ReactNode) => late(child, preloads)))
    : node;
}

/** A page in the background has no frames. */
const FIRST_FRAME =
  "await new Promise((shown) => { requestAnimationFrame(() => setTimeout(shown)); setTimeout(shown, 1000); });";

/** What Remix imports at once, imported after the first frame; all files at the same time, but the last, which begins. */
function afterFirstFrame(code: string, modules: readonly string[]): string {
  const begins = /^import\((".+")\);$/m.exec(code)?.[1];
  const others = modules.map((href) => JSON.stringify(href)).filter((href) => href !== begins);
  const later = code.replaceAll(/^import \* as (route\d+) from (".+");$/gm, "const $1 = await import($2);");
  return [FIRST_FRAME, ...others.map((href) => `import(${href});`), later].join("\n");
}
