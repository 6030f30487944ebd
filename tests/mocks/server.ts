import { setupServer } from "msw/node";

const ours = ["127.0.0.1", "localhost", "[::1]"];

/** Stands for other people's servers: a test says how they answer, and takes it back with resetHandlers. */
export const otherServers = setupServer();

/** From now on a request to any other host fails the test that made it. */
export const refuseOtherHosts = () =>
  otherServers.listen({
    onUnhandledRequest(request, print) {
      if (!ours.includes(new URL(request.url).hostname)) print.error();
    },
  });
