/** Whatever it holds, it runs nothing. Browsers' own PDF viewers do not open in a sandbox. */
export const filePolicies = {
  image: "default-src 'none'; sandbox",
  pdf: "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'",
};
