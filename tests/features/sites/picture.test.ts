import { expect, test } from "vitest";
import { contentDisposition, pictureKind, pictureName } from "#app/features/sites/picture.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");
const jpeg = { ending: "jpg" };

test.each([
  ["\xff\xd8\xff\xe0", "image/jpeg"],
  ["\x89PNG\r\n\x1a\nrest", "image/png"],
  ["RIFF\n\n\n\nWEBPVP8 ", "image/webp"],
  ["%PDF-1.7", "application/pdf"],
])("a picture is known by its first bytes: %j", (start, mediaType) => {
  expect(pictureKind(bytes(start))?.mediaType).toBe(mediaType);
});

test.each(["", "\x89PNG", "RIFF\0\0\0\0WAVE", "<svg/>", "<html>%PDF-1.7", "GIF89a", "MZ"])(
  "anything else is none: %j",
  (start) => {
    expect(pictureKind(bytes(start))).toBeUndefined();
  },
);

test("a file keeps its own name, without folders, control characters and a false ending", () => {
  expect(pictureName("养殖证.JPEG", jpeg)).toBe("养殖证.jpg");
  expect(pictureName("C:\\照片\\正本.png.exe", jpeg)).toBe("正本.png.jpg");
  expect(pictureName("../../etc/passwd", jpeg)).toBe("passwd.jpg");
  expect(pictureName("a\r\nSet-Cookie: x", jpeg)).toBe("aSet-Cookie: x.jpg");
  expect(pictureName(".png", jpeg)).toBe("picture.jpg");
  expect([...pictureName("鱼".repeat(300), jpeg)]).toHaveLength(84);
});

test("the name goes into its header without breaking it", () => {
  expect(contentDisposition("证\";('x').pdf")).toBe(
    `inline; filename="picture.pdf"; filename*=UTF-8''%E8%AF%81%22%3B%28%27x%27%29.pdf`,
  );
});
