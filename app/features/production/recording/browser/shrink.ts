/** The longer side of a photo that is sent, pixels: enough to see a sore on a fish, a tenth of what a phone takes. */
const longest = 1600;

/** A large photo as a smaller JPEG; whatever else it is, or can't be read, stays as it is. */
export async function shrink(file: File): Promise<{ content: Blob; name: string }> {
  const asItIs = { content: file, name: file.name };
  if (!file.type.startsWith("image/") || file.size < 400_000) return asItIs;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const content = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.8));
    return content && content.size < file.size
      ? { content, name: file.name.replace(/\.\w+$/, ".jpg") }
      : asItIs;
  } catch {
    return asItIs;
  }
}
