import { useState } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Button } from "#app/ui/Button.tsx";
import { useHydrated } from "#app/ui/useHydrated.ts";

/** Puts a text on the clipboard; where that can't be (no script, no https) the text itself stands beside it. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation("recording");
  const [copied, setCopied] = useState(false);
  if (!useHydrated() || !navigator.clipboard) return null;
  return (
    <Button
      icon={copied ? "check" : undefined}
      onClick={async () => {
        await navigator.clipboard.writeText(text);
        setCopied(true);
      }}
    >
      <span role="status">{copied ? t("silent.copied") : label}</span>
    </Button>
  );
}
