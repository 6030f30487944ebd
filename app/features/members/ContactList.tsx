import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Card } from "#app/ui/Card.tsx";
import { Icon } from "#app/ui/Icon.tsx";
import { Link } from "#app/ui/Link.tsx";
import { Section } from "#app/ui/Section.tsx";
import type { Organization } from "./organization.ts";

type ContactListProps = { organizationId: string; contacts: Organization["contacts"]; mayEdit: boolean };

/** Who is called for what; a number that is not masked is one tap from a call. */
export function ContactList({ organizationId, contacts, mayEdit }: ContactListProps) {
  const { t } = useTranslation(["members", "common"]);
  const add = mayEdit && (
    <ButtonLink to="contacts/new" icon="plus">
      {t("addContact")}
    </ButtonLink>
  );
  return (
    <Section title={t("group.contacts")} actions={add}>
      <Card>
        {contacts.length === 0 && <p className="text-muted">{t("none.contacts")}</p>}
        <ul className="divide-y divide-line">
          {contacts.map(({ id, role, name, phone }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-1.5">
              <div>
                <span className="font-medium" lang="zh">
                  {name}
                </span>{" "}
                <span className="text-sm text-muted">{t(`role.${role}`)}</span>
                <p>
                  {phone === null ? (
                    <span className="text-muted">—</span>
                  ) : phone.includes("*") ? (
                    phone
                  ) : (
                    <a href={`tel:${phone.replaceAll(" ", "")}`} className="inline-flex items-center gap-1.5">
                      <Icon name="phone" className="size-4" />
                      {phone}
                    </a>
                  )}
                </p>
              </div>
              {mayEdit && (
                <Link
                  to={`/members/${organizationId}/contacts/${id}`}
                  className="target inline-flex items-center px-2"
                >
                  {t("common:edit")}
                  <span className="sr-only" lang="zh">
                    {name}
                  </span>
                </Link>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
