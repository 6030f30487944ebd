import { type ReactNode, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button.tsx";
import type { ButtonVariant } from "./buttonStyle.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icons.ts";
import { popover, popoverButton } from "./popover.ts";

type DialogProps = {
  /** The button that opens it. */
  trigger: { label: string; variant?: ButtonVariant; icon?: IconName };
  title: string;
  children: ReactNode;
};

/** Modal with a script; without one the same element opens as a popover. */
export function Dialog({ trigger, title, children }: DialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Button
        {...popoverButton(id)}
        variant={trigger.variant}
        icon={trigger.icon}
        onClick={(event) => {
          event.preventDefault();
          dialog.current?.showModal();
        }}
      >
        {trigger.label}
      </Button>
      <dialog
        ref={dialog}
        {...popover(id)}
        aria-labelledby={`${id}-title`}
        className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-card border border-line bg-surface p-5 text-ink shadow-float backdrop:bg-veil"
      >
        <div className="flex items-start justify-between gap-4">
          <h2 id={`${id}-title`} className="text-lg font-semibold">
            {title}
          </h2>
          <button
            {...popoverButton(id)}
            className="target -m-2 inline-flex items-center justify-center rounded-control text-xl hover:bg-wash"
            aria-label={t("close")}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </div>
        <div className="mt-3">{children}</div>
      </dialog>
    </>
  );
}
