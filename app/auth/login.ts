/**
 * A login as it is stored: small letters, half-width; a telephone number without the gaps people type in it.
 */
export function normalizeLogin(typed: string) {
  const login = typed.normalize("NFKC").trim().toLowerCase();
  return /^\+?[\d\s-]+$/.test(login) ? login.replace(/^\+?86[\s-]*(?=1\d{2})|[\s-]/g, "") : login;
}
