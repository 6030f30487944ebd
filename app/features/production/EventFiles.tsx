import { useTranslation } from "#app/i18n/useTranslation.ts";

export type EventFile = { id: string; eventId: string; name: string; mediaType: string };

/** What is kept with an event: photos to open, voice notes to play where they stand. */
export function EventFiles({ files }: { files: EventFile[] }) {
  const { t } = useTranslation("production");
  return files.map(({ id, eventId, name, mediaType }) => {
    const address = `/events/${eventId}/files/${id}`;
    return mediaType.startsWith("audio/") ? (
      // biome-ignore lint/a11y/useMediaCaption: a keeper's note has no captions
      <audio
        key={id}
        controls
        preload="none"
        src={address}
        aria-label={t("voiceNote", { name })}
        className="max-w-full"
      />
    ) : (
      <a key={id} href={address} lang="zh" className="block text-sm">
        {name}
      </a>
    );
  });
}
