/** How each bench measures, as its section of the report says it. */
export const how: Record<string, string> = {
  "page-list":
    "two servers, each in a process of its own, are asked in turns (ours, theirs, ours, …) by eight connections that ask again as soon as they are answered. Each pair gives one ratio of answers per second; the table has the median of the ratios, the lowest and the highest. Server, asker and PostgreSQL share the cores. No compression is asked for. The bare route selects the same rows by the same SQL, knows no sign-in, no totals, no filters and no frame, and writes a plain table; the bare JSON writes what the database gives it.",
  "json-list":
    "two servers, each in a process of its own, are asked in turns (ours, theirs, ours, …) by eight connections that ask again as soon as they are answered. Each pair gives one ratio of answers per second; the table has the median of the ratios, the lowest and the highest. Server, asker and PostgreSQL share the cores. No compression is asked for. The bare route selects the same rows by the same SQL, knows no sign-in, no totals, no filters and no frame, and writes a plain table; the bare JSON writes what the database gives it.",
  growth:
    "five databases with the same kind of rows: one alliance of 1,000 sites; 10 and 1,000 such alliances; one alliance of 10,000 and of 1,000,000 sites. Every alliance has 139 villages, 76 of them members. One reader is signed in to each and asks for the page in turns; what is divided is the time until the last byte of the page. The five hits of the filters stand at the end of the order. Page 1,000 is the last full page where the list is shorter. The statements behind a page over its target stand below with their time and what PostgreSQL does for them.",
  "write-event":
    "one event after the other on one connection: locked, decided, written with its entry in the log. Both sides wait for the disk at each commit, as a real write does. The statements it sent are sent again by postgres.js in a transaction, with new ids where rows are new. Then the same in ten and a hundred alliances of 10,000 open lots and 40,000 events each.",
  "lot-page": "the pages over the same three databases, in turns, until their last byte.",
  "lot-board": "the pages over the same three databases, in turns, until their last byte.",
  "year-chart":
    "a reading every ten minutes for a year from 3, 27 and 267 probes, stored by time in monthly partitions and rolled up by hours and days; the page of one site's water shows a year. Below stand what a reading takes up, and time and plan of the charts' statements.",
  "back-test":
    "the sample is made; every farmed lot's history is cut 60 days after its first weighing, forecast from what was known by then, and compared with each later weighing. The sample's fish grow by a model of its own with chance in it, not by what real ponds weighed: this proves the arithmetic, not the biology.",
  tile: "query and encoding of a vector tile against the rows of the same SQL by bare postgres.js, in turns on one connection each. Where PostGIS can be had, the same tile by ST_AsMVT.",
  pan: "the page of the map over an alliance of 1,000,000 sites in a browser, dragged to and fro by a mouse; times between frames. Without a graphics card the processor draws, and the figures say more of it than of the map.",
  "first-load":
    "entry, route, parents, shared parts and the words of one language that the page shows, each packed by gzip as it is served to who asks for gzip; brotli is smaller still.",
  start:
    "from `node server.js` to the line with the address. First: a copy of the program that was never built, on no data. Second: the same again.",
};
