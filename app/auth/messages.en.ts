export default {
  signIn: {
    title: "Sign in",
    account: "Account or telephone number",
    password: "Password",
    remember: "Stay signed in on this device for 90 days",
    submit: "Sign in",
    wrong: "The account or the password is wrong. Check both and try again.",
    locked: "Too many wrong attempts. Try again in {{minutes}} minutes.",
    intro: "Production, supply and trace of the Hanyin eco-fishery alliance are kept here.",
    sampleTitle: "Sample accounts",
    sampleHint: "The password of each is {{password}}",
  },
  role: {
    coordinator: "Alliance administrator",
    town: "Town officer",
    village: "Village keeper",
    enterprise: "Enterprise",
    inspector: "Inspector",
  },
} as const;
