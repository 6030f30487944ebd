import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Icon } from "#app/ui/Icon.tsx";
import type { IconName } from "#app/ui/icons.ts";
import type { Tool } from "./terra-draw.ts";
import type { Drawing } from "./useRings.ts";

type OutlineToolsProps = {
  tool: Tool;
  onTool: (tool: Tool) => void;
  drawing: Pick<Drawing, "rings" | "undo" | "redo" | "canUndo" | "canRedo">;
  /** A ring is being drawn: its corners can be taken back one by one. */
  unfinished: boolean;
  onHere: () => void;
};

const tools: { tool: Tool; icon: IconName; alsoEmpty: boolean }[] = [
  { tool: "edit", icon: "edit", alsoEmpty: false },
  { tool: "draw", icon: "draw", alsoEmpty: true },
  { tool: "hole", icon: "hole", alsoEmpty: false },
  { tool: "erase", icon: "erase", alsoEmpty: false },
  { tool: "point", icon: "place", alsoEmpty: true },
];

/** Under the map, where the thumb is. */
export function OutlineTools({ tool, onTool, drawing, unfinished, onHere }: OutlineToolsProps) {
  const { t } = useTranslation("outline");
  const { rings, undo, redo, canUndo, canRedo } = drawing;
  return (
    <div
      role="toolbar"
      aria-label={t("tools")}
      className="grid grid-cols-4 border-t border-line min-[390px]:grid-cols-8 sm:flex sm:gap-0.5 sm:p-1 print:hidden"
    >
      {tools.map(({ tool: one, icon, alsoEmpty }) => (
        <ToolButton
          key={one}
          icon={icon}
          word={t(`tool.${one}`)}
          pressed={tool === one}
          disabled={!alsoEmpty && rings.length === 0}
          onClick={() => onTool(one)}
        />
      ))}
      <ToolButton icon="undo" word={t("tool.undo")} disabled={!canUndo && !unfinished} onClick={undo} />
      <ToolButton icon="redo" word={t("tool.redo")} disabled={!canRedo} onClick={redo} />
      <ToolButton icon="locate" word={t("tool.here")} onClick={onHere} />
    </div>
  );
}

type ToolButtonProps = {
  icon: IconName;
  word: string;
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
};

const ToolButton = ({ icon, word, pressed, disabled, onClick }: ToolButtonProps) => (
  <button
    type="button"
    aria-pressed={pressed}
    disabled={disabled}
    onClick={onClick}
    className="flex min-h-12 min-w-0 flex-col items-center justify-center rounded-control text-xs leading-tight hover:bg-wash disabled:opacity-40 aria-pressed:bg-accent aria-pressed:text-on-accent sm:min-w-16 sm:px-2"
  >
    <Icon name={icon} />
    {word}
  </button>
);
