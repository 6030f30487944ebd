/** As media types, so that a phone offers its camera, and hands over a JPEG where it keeps another format. */
export const pictureTypes = "image/jpeg,image/png,image/webp";
