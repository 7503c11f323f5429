// One text of the interface, in both languages.

export type Language = 'id' | 'en';
export interface Said {
  readonly id: string;
  readonly en: string;
}
