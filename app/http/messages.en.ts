export default {
  home: "Go to the first page",
  failure: {
    "403": {
      title: "Not done",
      text: "This did not come from a page of this site, so nothing was changed. Go back to the page and try again.",
    },
    "413": {
      title: "Too large",
      text: "What was sent is over the limit and was not stored. Choose a smaller file.",
    },
    "429": { title: "Too many requests", text: "Wait a few seconds and try again." },
    "500": {
      title: "Something went wrong",
      text: "The program failed and nothing was changed. It has been logged; try again later.",
    },
    busy: {
      title: "Too many visitors just now",
      text: "Nothing of this request was stored. Wait a few seconds and try again.",
    },
    "503": {
      title: "The database is out of reach",
      text: "Everything stored is safe. Wait a moment and reload; nothing else is needed.",
    },
  },
  page: {
    "400": {
      title: "A parameter in the address is not understood",
      text: "The value of {{parameter}} is not valid.",
    },
    "403": {
      title: "Not allowed",
      text: "This page is not open to your account. If you need it, ask the alliance administrator.",
    },
    "404": {
      title: "No such page",
      text: "The address may be wrong, or the record is outside what you may see.",
    },
    other: {
      title: "Something went wrong",
      text: "This page could not be opened. What you typed was not stored; go back and try again.",
    },
  },
} as const;
