// Titles, degrees and forms of address around Indonesian names, without dots, lower case. Data: no rule lives here.

/** Before the name: academic, religious, noble, civil forms. "Andi", "Tengku" and "Sultan" are not here: they are parts of names. */
export const PREFIXES: ReadonlySet<string> = new Set(
  `prof profesor professor dr drg drh drs dra doktor dokter ir insinyur h hj haji hajah hajjah kh khr kyai kiai kiyai nyai
   r rr rd ra rm rng raden roro radenroro rara radenmas radenayu tgk tengku_ teungku tgh apt apoteker ns ners bd bidan
   ust ustad ustadz ustadzah ustdz ustz gus buya habib hb pdt pendeta pastor romo suster
   brigjen kol letkol mayor kompol akp akbp kombes iptu ipda aiptu aipda bripka kapten lettu serma serka
   bpk bapak pak ibu ibuk bu tn tuan ny nyonya nn sdr sdri mas mbak kak kakak bang pakde bude om tante abah umi_ bunda ayah mama papa`
    .split(/\s+/)
    .filter((word) => !word.endsWith('_')),
);

/** Of the prefixes, those that need a dot or capitals to be read as a title: as plain small words they could be a name's initial. */
export const SHORT_PREFIXES: ReadonlySet<string> = new Set(['h', 'r', 'ra', 'rm', 'rd', 'rr', 'hb', 'bu', 'tn', 'ny', 'nn']);

/** After the name, also without a comma. */
export const SUFFIXES: ReadonlySet<string> = new Set(
  `spd spdi spdsd spdaud spdk spdh spdb sdpd sos ssos ssosi se sei sesy sh shi shut shum sag skom ssi sik sip sipem stp sstp skm skep sked skg
   skeb skh st stt stp sth sthi sthg sthb sti sst sstpi stt str strkeb strkep strt strip stper spt sp spi spsi spsi sfarm sfil sgz ssn sds sesy spn spnp
   sptk sab sap sak sakt sarh sars sipus siph sth skpm sptn spar spdo sor spdor
   mpd mpdi msi msc mm mh mhi mhum mkes mkeb mkep mkn mkom map mak mag ma mt mti mth mba mph mars mik mip mfarm mpsi msn msos mpar mpmat mkm mag mei mesy mlitt med
   mphil mtr mtrap mtrip mepid mbiomed mgz mkel mpwk msie
   amd amdkep amdkeb amdkom amdak amdfarm amdgz amdrad amk amkeb amkl amkg amp ama amadpd apd amdt amdtem
   phd drph edd dba llm llb ba bsc bba bcom beng dea ners ns apt gr lc ak ca cpa akt cfra cht ipm ipu aseaneng cgcae qia crma crmp cma cipm bkp
   spog spa spb spbs spot spjp spkj spkk sppd sprad span sptht sptHTkl spu spm sps spp sppk sppa spfk spgk spkfr spem spdv spn spok spkl spon`
    .toLowerCase()
    .split(/\s+/),
);

/** Two letters, or words that could be a name's last part: a degree only in capitals or with a dot. */
export const SHORT_SUFFIXES: ReadonlySet<string> = new Set(
  `se sh st sp ma mm mh mt ba ns gr lc ak ca sos mag mak map sap sak sei mei sti sps spp span spa spb spu spm ama med gr sor akt qia cma amp sab`.split(
    /\s+/,
  ),
);

/** What a title or word in the name says of the person's sex. Where two names say different things they are two people. */
export const SEX: Readonly<Record<string, 'f' | 'm'>> = {
  hj: 'f',
  hajah: 'f',
  hajjah: 'f',
  dra: 'f',
  rr: 'f',
  roro: 'f',
  radenroro: 'f',
  rara: 'f',
  radenayu: 'f',
  nyai: 'f',
  ustadzah: 'f',
  ibu: 'f',
  ibuk: 'f',
  bu: 'f',
  ny: 'f',
  nyonya: 'f',
  nn: 'f',
  sdri: 'f',
  mbak: 'f',
  bude: 'f',
  tante: 'f',
  bunda: 'f',
  mama: 'f',
  suster: 'f',
  bidan: 'f',
  h: 'm',
  haji: 'm',
  drs: 'm',
  kh: 'm',
  kyai: 'm',
  kiai: 'm',
  kiyai: 'm',
  radenmas: 'm',
  ust: 'm',
  ustad: 'm',
  ustadz: 'm',
  gus: 'm',
  bpk: 'm',
  bapak: 'm',
  pak: 'm',
  tn: 'm',
  tuan: 'm',
  sdr: 'm',
  mas: 'm',
  bang: 'm',
  pakde: 'm',
  om: 'm',
  abah: 'm',
  ayah: 'm',
  papa: 'm',
};
