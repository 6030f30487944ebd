import type { ReactNode } from "react";
import { Brand } from "./Brand.tsx";
import { LanguageChoice, type Theme, ThemeChoice } from "./Preferences.tsx";
import { SampleBadge } from "./SampleBadge.tsx";
import { SkipLink } from "./SkipLink.tsx";

type PlainFrameProps = {
  theme?: Theme;
  sample?: boolean;
  /** A narrow column for a form, a wide one for reading. */
  width?: "form" | "page";
  children: ReactNode;
};

/** For pages without a sign-in: signing in, the first setup, the public trace, an error. */
export function PlainFrame({ theme, sample, width = "form", children }: PlainFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 lg:px-8 print:hidden">
        <Brand />
        {sample && <SampleBadge />}
        <div className="ms-auto">
          <LanguageChoice />
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto flex w-full flex-col gap-6 px-4 py-8 lg:py-14 print:p-0 ${width === "form" ? "max-w-md" : "max-w-4xl"}`}
      >
        {children}
      </main>
      <footer className="mt-auto flex justify-center px-4 py-6 print:hidden">
        <ThemeChoice theme={theme} />
      </footer>
    </div>
  );
}
