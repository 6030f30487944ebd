import type { MiddlewareHandler } from "hono";

/**
 * What one process takes on: a page costs some 10 ms of it, so whoever is let in waits about 2.5 s at worst. While the
 * event loop is late only a few are; one long answer by itself is no flood.
 */
export const bounds = { inFlight: 250, lateMs: 1000, inFlightWhenLate: 25 };
const tickMs = 250;

export const isOverloaded = ({ inFlight, lateMs }: { inFlight: number; lateMs: number }) =>
  inFlight >= bounds.inFlight || (lateMs >= bounds.lateMs && inFlight >= bounds.inFlightWhenLate);

/** Answers at once what would have to wait too long; `/healthz` is always asked. */
export function refuseOverload(refuse: (request: Request) => Response): MiddlewareHandler {
  let inFlight = 0;
  let lastLateMs = 0;
  let due = performance.now() + tickMs;
  const overdueMs = () => Math.max(0, performance.now() - due);
  setInterval(() => {
    lastLateMs = overdueMs();
    due = performance.now() + tickMs;
  }, tickMs).unref();

  return async (c, next) => {
    const lateMs = Math.max(lastLateMs, overdueMs());
    if (c.req.path !== "/healthz" && isOverloaded({ inFlight, lateMs })) {
      c.res = refuse(c.req.raw);
      return;
    }
    inFlight++;
    try {
      await next();
    } finally {
      inFlight--;
    }
  };
}
