// Hands a file to the user by a link with `download`: no permission is needed for it.

const KEEP_MS = 60_000;

/** Starts the download of a file under this name. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after the click: given back only once it surely has.
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
