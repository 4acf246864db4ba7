import { Icon, type IconName } from "~/ui/primitives/icon";

type Props = {
  /** What is done with which part of the form, as `remove:0`. */
  intent: string;
  /** What it does and with what, for who does not see the icon. */
  label: string;
  icon: IconName;
  isFramed?: boolean;
};

/** Changes one part of a form by sending it: all that was typed comes back with it, without scripts too. */
export function IntentButton({ intent, label, icon, isFramed = false }: Props) {
  return (
    <button
      type="submit"
      name="intent"
      value={intent}
      formNoValidate
      aria-label={label}
      className={`grid size-11 shrink-0 place-items-center rounded ${isFramed ? "border border-field hover:border-ink" : "hover:bg-sunken"}`}
    >
      <Icon name={icon} className="size-5" />
    </button>
  );
}
