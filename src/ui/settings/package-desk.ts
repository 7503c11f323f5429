// What the settings page can do with packages of lists. Keys and folders are handed in where the page is put together.
import type { RegistryList } from '../../model/registry.ts';
import type { ForWhom, OpenedPackage, With } from '../../registry/package.ts';

export interface PackageDesk {
  /** Lists of which packages can be made here. */
  own(): Promise<readonly RegistryList[]>;
  /** @throws PackageRefused */
  open(file: Blob, secret: With): Promise<OpenedPackage>;
  /** @throws PackageRefused, Locked */
  take(opened: OpenedPackage, fileName: string): Promise<RegistryList>;
  /** The sealed file, and the fingerprint of the key that signed it. @throws Locked, NotYours */
  pack(listId: string, forWhom: ForWhom): Promise<{ readonly file: Blob; readonly fingerprint: string }>;
}
