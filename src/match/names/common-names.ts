// How common parts of Indonesian names are. Made by hand from general knowledge, in four coarse steps: no count stands behind it,
// and a part that is not here counts as rare. It only decides how much an agreement weighs, never whether two names agree.

export const RARITIES = ['little', 'common', 'uncommon', 'rare'] as const;
/** little: says next to nothing (order names, "Muhammad") · common · uncommon: still shared by many thousands · rare: all others. */
export type Rarity = (typeof RARITIES)[number];

/** Weight of an agreeing part; strong needs about one rare and one common part. */
export const WEIGHT: Readonly<Record<Rarity, number>> = { little: 0.5, common: 2, uncommon: 3, rare: 5 };

const words = (text: string) => new Set(text.split(/\s+/));

const LITTLE =
  words(`muhammad ahmad siti nur nurul sri i ni ida wayan putu gede made kadek nengah nyoman komang ketut luh gusti ayu bagus anak agung dewa
  desak andi daeng tengku sang si abdul al el bin binti van de da maria yohanes boru baiq lalu`);

const COMMON =
  words(`agus adi aditya agung agustina ali ana andika andri anggi ani anisa anita anto anwar ari arif arifin aris asep ayu bambang budi
  budiman budianto cahya cahyo dadang darma deden dedi deni denny dewi dian didik dimas dina dodi dwi edi efendi eka eko endang eni erna erni evi fajar
  fatimah faisal fauzi ferry firman fitri fitriani gunawan hadi handayani hamid hari harahap hariyanto haryanto hartono hasan hasanah hasibuan
  hendra hendri heri herlina herman hermawan heru hidayat hidayati husni ibrahim ika ilham imam indah indra intan irfan irma irwan ismail iswanto
  jaya joko juliana junaidi khairul kurnia kurniawan kurniawati kusuma laila lestari lia lilis lina linda lubis lukman mahmud mansur mardiana marlina
  maryam maulana mega mulyadi mulyani mulyono nasution nasir ningsih nia nina novi novita nugraha nugroho nurhayati oktavia permata pertiwi prasetyo
  pratama pratiwi puji purnama purnomo purwanto puspita putra putri rahman rahmat rahmawati ramadhan ramdani rani ratna ratnasari reni retno rian ridwan
  rina rini riski rita rizal rizki rohani rohmah rosmawati rudi rusdi rusli saefudin saleh samsul santi santoso saputra sari sartika septi setiawan
  setiawati sinaga siregar situmorang slamet sofyan solihin subandi sudirman sugeng sugiarto suharto suherman sukma sulaiman sulastri sumarni sumiati
  supriadi supriyadi supriyanto suryadi suryani susanti susanto susilo susilowati suparman sutrisno suwarno suyanto syahputra syaiful syamsudin taufik
  teguh titin tri triyono umar usman utami utomo wahid wahyu wahyudi wahyuni wati wibowo widodo widya wijaya winarti wulandari yanti yanto yati yudi yuli
  yulia yuliana yulianti yuni yunita yusuf zainal zainudin simanjuntak sitompul tarigan ginting sembiring nainggolan hutapea manurung pasaribu`);

const UNCOMMON =
  words(`abdullah aisyah alamsyah aminah amir amirudin anggraini anggraeni apriani ardiansyah arianto arini asmara astuti astutik aulia azis
  aziz azizah bachtiar badriah basri basuki burhan citra damayanti danang daniel darmawan darmawati desi diah diana djafar effendi elisabeth elisa erlina
  esti fadli fahmi faridah farida fatmawati febri febrianti febriyanti fikri firdaus firmansyah galih habibah hafid hafizah halimah hamdani hamzah handoko
  hanifah hapsari haris harun hasanudin hasyim henny hera herawati hermanto imron indriani iskandar ismawati istiqomah jamal jamaludin johan jumiati
  kamal kartika kartini karyadi khadijah khalid khoirul komariah komarudin kristina krisna kuswanto latif latifah lidya lutfi mahendra malik margaretha
  mariana mariani marsono martini masitah masruroh mawar melati misbah monika mukhlis mukti munir murni murniati musa mustafa mustika muslim nabila nadia
  nanda nani naufal nirmala nova noviyanti nurhasanah nurhidayah nurhidayat nurjanah nurlaila nurhalimah nuraini nurdin nurmala nursyamsi nurfadilah paramita
  permana permatasari prabowo prasetya priyono pudji purwati rahayu rahmah rahmadani rahmatullah raharjo ramlah ramli rangga rasyid riana ridho riyadi
  robert rohman rohmat rosdiana rosida rosita rukmini rustam sabri safitri safrudin sahrul salamah salim salma salmah samsudin samuel sandi santika satria
  selvi setyawan setyowati shinta silvia simon sinta siswanto siswoyo soleh solehah stefanus subagyo subekti sudarman sudarsono sugianto sugiono
  suhartini suhendra sujono sukardi sukarno suminah sumarno sumiyati sunarti sunarto supardi suparno supartini suprapto supriyono surya suryana suryanto
  susi sutarno sutikno sutini suwandi suwarni syafii syafrudin syahrul syamsiah syamsul syarif syarifah syarifudin tatik tati thomas tiara tina toni
  tuti umi untung usmani vera vina wardani wati wawan widayati widiastuti widyastuti winarno winarsih wiwik wulan yohana yasin yogi yunus yusnita yusri zahra
  zainab zakaria zulfikar zulkarnain zulkifli sihombing simbolon silalahi hutagalung panjaitan sihotang saragih purba damanik girsang napitupulu marpaung
  tampubolon siahaan pakpahan gultom butarbutar rajagukguk pane daulay batubara pohan rangkuti matondang tanjung koto chaniago piliang`);

/** The step of a normalised part. */
export function rarityOf(plain: string): Rarity {
  if (LITTLE.has(plain) || plain.length === 1) return 'little';
  if (COMMON.has(plain)) return 'common';
  return UNCOMMON.has(plain) ? 'uncommon' : 'rare';
}
