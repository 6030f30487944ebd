import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Day } from "#app/ui/Day.tsx";
import { Marked } from "#app/ui/Marked.tsx";
import { sides } from "../kinds.ts";
import type { FoundSettlement } from "./queries/settlements.server.ts";

/** What each side said, and on paper a place to sign. */
export function AnswerList({ answers }: { answers: FoundSettlement["answers"] }) {
  const { t, i18n } = useTranslation(["settlement", "supply"]);
  return (
    <>
      <ul className="text-sm">
        {sides.map((one) => {
          const side = t(`supply:side.${one}`);
          const given = answers.findLast((answer) => answer.side === one);
          if (!given) return <li key={one}>{t("answer.none", { side })}</li>;
          const { accountName: name, seq, reason, answeredAt } = given;
          return (
            <li key={one}>
              <Marked text={t(`answer.${given.answer}`, { side, name, seq: seq ?? "" })} />{" "}
              {reason && <span lang={langOf(reason, i18n.language)}>· {reason} ·</span>}{" "}
              <Day day={answeredAt} />
            </li>
          );
        })}
      </ul>
      <p className="mt-8 hidden justify-between pe-40 print:flex">
        {sides.map((one) => (
          <span key={one}>{t("answer.sign", { side: t(`supply:side.${one}`) })}</span>
        ))}
      </p>
    </>
  );
}
