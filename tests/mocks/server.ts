import { setupServer } from "msw/node";

const ours = ["127.0.0.1", "localhost", "[::1]"];

/** Stands for other people's servers; there are none we ask yet. */
const otherServers = setupServer();

/** From now on a request to any other host fails the test that made it. */
export const refuseOtherHosts = () =>
  otherServers.listen({
    onUnhandledRequest(request, print) {
      if (!ours.includes(new URL(request.url).hostname)) print.error();
    },
  });
