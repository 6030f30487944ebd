import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Section } from "#app/ui/Section.tsx";

type ContactCheckProps = {
  organizationId: string;
  contacts: { id: string; role: ContactRole; name: string; phone: string | null }[];
};
type ContactRole = "first_secretary" | "secretary" | "keeper" | "liaison" | "director" | "quality" | "other";

/** Who is called for this village, to be corrected by the one who knows. */
export function ContactCheck({ organizationId, contacts }: ContactCheckProps) {
  const { t } = useTranslation(["overview", "members"]);
  return (
    <Section
      title={t(contacts.length > 0 ? "contactsRight" : "contactsMissing")}
      actions={
        <ButtonLink to={`/members/${organizationId}`} icon="edit">
          {t("correctContacts")}
        </ButtonLink>
      }
    >
      {contacts.length > 0 && (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {contacts.map(({ id, role, name, phone }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-2">
              <span>
                <span lang="zh" className="font-medium">
                  {name}
                </span>{" "}
                <span className="text-sm text-muted">{t(`members:role.${role}`)}</span>
              </span>
              <span>{phone ?? t("noPhone")}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
