import type { Reading, Reference } from "./column.ts";

export type OrganizationKey = {
  id: string;
  code: string;
  villageCode: string | null;
  name: string;
  kind: "village" | "enterprise" | "group";
  townCode: string | null;
  townName: string | null;
  lng: number | null;
  lat: number | null;
};

/** Of organizations that bear the same name, so many are told. */
const candidatesNamed = 4;
const nameAndCode = /^(.*?)\s*[([]\s*([0-9A-Z-]{1,20})\s*[)\]]$/i;

/** Organizations as people write them; names repeat, so a code decides and a name alone must be the only one. */
export function organizationReference(organizations: OrganizationKey[]) {
  const byCode = new Map<string, OrganizationKey>();
  const byName = new Map<string, OrganizationKey[]>();
  for (const organization of organizations) {
    byCode.set(organization.code, organization);
    if (organization.villageCode) byCode.set(organization.villageCode, organization);
    byName.set(plain(organization.name), [...(byName.get(plain(organization.name)) ?? []), organization]);
  }
  /** Told beside a record the viewer sees, though the organization itself is out of sight. */
  const beside = new Map<string, string>();

  const read = (text: string): Reading => {
    const [, name = "", code = text] = nameAndCode.exec(text) ?? [];
    const found = byCode.get(code.toUpperCase());
    const known = found?.name ?? beside.get(code.toUpperCase());
    if (known !== undefined) {
      const fits = name === "" || plain(name) === plain(known);
      return fits
        ? { value: found?.code ?? code.toUpperCase() }
        : { problem: "otherOrganization", params: { name: known } };
    }
    const [only, ...others] = byName.get(plain(text)) ?? [];
    if (!only) return { problem: "unknownOrganization" };
    if (others.length === 0) return { value: only.code };
    const candidates = [only, ...others]
      .slice(0, candidatesNamed)
      .map(({ code, townName }) => [code, townName].filter(Boolean).join(" "));
    return { problem: "severalOrganizations", params: { candidates: candidates.join(", ") } };
  };
  const show = (code: string) => {
    const name = byCode.get(code)?.name ?? beside.get(code);
    return name === undefined ? code : `${name}（${code}）`;
  };
  return {
    reference: { read, show } satisfies Reference,
    find: (code: string | undefined) => (code ? byCode.get(code) : undefined),
    addBeside: (code: string, name: string) => void beside.set(code, name),
  };
}
export type Organizations = ReturnType<typeof organizationReference>;

const plain = (name: string) => name.normalize("NFKC").replace(/\s/g, "");
