import type { ReactNode } from "react";
import { Notice } from "#app/ui/Notice.tsx";

type SecretNoticeProps = {
  title: string;
  label: string;
  secret: string;
  note: ReactNode;
  action?: ReactNode;
};

/** A secret made by the program, in view this once; a tap selects all of it. */
export function SecretNotice({ title, label, secret, note, action }: SecretNoticeProps) {
  return (
    <Notice tone="success" title={title} action={action}>
      <p>{note}</p>
      <dl className="mt-2">
        <dt className="text-sm text-muted">{label}</dt>
        <dd>
          <code className="inline-block max-w-full rounded-control border border-edge bg-surface px-3 py-1.5 font-mono text-lg break-all select-all">
            {secret}
          </code>
        </dd>
      </dl>
    </Notice>
  );
}
