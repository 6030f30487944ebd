import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Section } from "#app/ui/Section.tsx";
import { PermitEnd } from "./PermitEnd.tsx";
import { PermitForm } from "./PermitForm.tsx";
import type { findPermit } from "./queries/permits.server.ts";

type PermitEditsProps = {
  permit: NonNullable<Awaited<ReturnType<typeof findPermit>>>;
  pictureId: string;
  today: string;
  answer: Unwritten | undefined;
};

/** What may be done with a permit: correct it while it has not ended, end it, reopen it. */
export function PermitEdits({ permit, pictureId, today, answer }: PermitEditsProps) {
  const { t } = useTranslation("sites");
  const answerTo = (...intents: unknown[]) =>
    intents.includes(answer?.result.initialValue?.intent) ? answer : undefined;
  return (
    <>
      {!permit.endedOn && (
        <Section title={t("permit.edit")}>
          <PermitForm
            key={permit.version}
            values={permit}
            hidden={permit}
            pictureId={pictureId}
            hasPicture={permit.pictureId !== null}
            answer={answerTo("save", undefined)}
          />
        </Section>
      )}
      <PermitEnd
        key={`end-${permit.version}`}
        permit={permit}
        today={today}
        answer={answerTo("end", "reopen")}
      />
    </>
  );
}
