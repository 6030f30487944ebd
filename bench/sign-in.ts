/** The cookie of a real sign-in. */
export async function signIn(url: string, { login, password }: { login: string; password: string }) {
  const response = await fetch(`${url}/login`, {
    method: "POST",
    body: new URLSearchParams({ account: login, password, redirectTo: "/" }),
    redirect: "manual",
  });
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  if (response.status !== 302 || !cookie) throw new Error(`sign-in: ${response.status}`);
  return cookie;
}
