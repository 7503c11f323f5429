import type { RegistryRow } from '../../src/model/registry.ts';

export const registryRow = (given: Partial<RegistryRow> = {}): RegistryRow => ({
  platform: 'facebook',
  id: null,
  handle: 'siti.aminah',
  person: 'Siti Aminah',
  unit: 'Dinas Pendidikan',
  status: 'PNS',
  basis: 'pernyataan sendiri',
  nip: null,
  earlierHandles: [],
  ...given,
});
