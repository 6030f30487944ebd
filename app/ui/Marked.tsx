import { useTranslation } from "#app/i18n/useTranslation.ts";

const chinese = /([\p{Script=Han}\u3000-\u303f\uff00-\uffef]+)/u;

/** A sentence that quotes names or cells: on an English page its Chinese words are marked as such. */
export function Marked({ text }: { text: string }) {
  const { i18n } = useTranslation();
  if (i18n.language.startsWith("zh")) return text;
  return text.split(chinese).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} lang="zh">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
