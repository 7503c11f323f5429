// What writing and reading a list asks of a folder. The browser's own files stand behind it, or a test's.

export interface OutFile {
  append(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  read(at: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Answers once all stands on disk. */
  close(): Promise<void>;
}

export interface InFile {
  readonly size: number;
  /** Fewer bytes where the file ends. */
  read(at: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Several stretches in one go, where that costs less than one by one. */
  readMany?(stretches: readonly Stretch[]): Promise<Uint8Array<ArrayBuffer>[]>;
}

export interface Stretch {
  readonly at: number;
  readonly length: number;
}

export interface Folder {
  create(name: string): Promise<OutFile>;
  /** Throws if there is no such file. */
  open(name: string): Promise<InFile>;
  remove(name: string): Promise<void>;
}
