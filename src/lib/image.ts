// Cutting pictures, in a window or a worker.

/** Decodes a PNG; with a rectangle (image pixels) cuts it out and encodes it as PNG again, losslessly. */
export async function cutPng(
  png: Uint8Array<ArrayBuffer>,
  rect: { x: number; y: number; width: number; height: number } | null,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; width: number; height: number }> {
  const image = await createImageBitmap(new Blob([png], { type: 'image/png' }));
  try {
    if (rect === null) return { bytes: png, width: image.width, height: image.height };
    const canvas = new OffscreenCanvas(rect.width, rect.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no 2d canvas');
    context.drawImage(image, rect.x, rect.y, rect.width, rect.height, 0, 0, rect.width, rect.height);
    const cut = await canvas.convertToBlob({ type: 'image/png' });
    return { bytes: new Uint8Array(await cut.arrayBuffer()), width: rect.width, height: rect.height };
  } finally {
    image.close();
  }
}
