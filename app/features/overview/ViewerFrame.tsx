import type { ReactNode } from "react";
import type { Role } from "#app/auth/viewer.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Frame } from "#app/ui/Frame.tsx";
import type { Theme } from "#app/ui/Preferences.tsx";
import { navigation } from "./navigation.ts";
import { SearchButton } from "./SearchButton.tsx";

type ViewerFrameProps = {
  visit: {
    name: string;
    role: Role;
    place: string | null;
    alliance: string;
    sample?: { asOf: string; stale: boolean };
  };
  theme?: Theme;
  wide?: boolean;
  children: ReactNode;
};

/** The frame around a signed-in page: where this role can go, and who is looking. */
export function ViewerFrame({ visit, theme, wide, children }: ViewerFrameProps) {
  const { t } = useTranslation("overview");
  return (
    <Frame
      variant={visit.role === "village" ? "keeper" : "office"}
      navigation={navigation[visit.role].map(({ to, word, icon, document }) => ({
        to,
        icon,
        document,
        label: t(`navigation.${word}`),
      }))}
      alliance={visit.alliance}
      viewer={{ name: visit.name, place: visit.place }}
      theme={theme}
      wide={wide}
      sample={visit.sample}
      search={<SearchButton />}
    >
      {children}
    </Frame>
  );
}
