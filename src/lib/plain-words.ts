// 256 plain Indonesian words, one for each byte: no two begin with the same four letters, so that they can be read out on the telephone.
export const PLAIN_WORDS: readonly string[] = `
abad abon acara adil agama ahli ajaib akar alam alis aman ambil ampas anak angin antar apel arah arus asap atap awan ayah ayam
badak bagus bahan baju bakul balon bambu bangku batik bebek bedak belut benang beras besi biji bintang bolu bonus bubur budaya buku
bulan bumi burung cabai cahaya cangkir catur cawan cerah cicak cincin coklat cuaca cumi dadu daging damai danau dapur daun delima
desa dewan diri domba donat dosen duku dunia durian ekor elang ember empat enam engsel erat esok fajar fakta film foto gajah galon
gambar gandum garam gelas gempa gergaji gigi gitar goreng gudang gula gunung guru hadiah hakim halus hangat harum hijau hitam hobi
hotel huruf hutan ikan ilmu impian indah ingat intan irama isap istana itik izin jagung jahe jalan jambu jarum jaring jati jejak
jendela jeruk jinak jujur jumat kabut kaca kado kaki kalung kamar kancil kapas karet kasur kayu kebun kelapa kemeja kertas kijang
kilat kolam kopi kotak kuas kucing kuda kulit kunci kursi labu lada lagu lampu langit lapar laut lebah lemari lilin lima lobak lompat
lumba madu makan malam mangga manis masak mata meja melati merah minum mobil monyet mutiara naga nanas nasi nelayan nila nomor nyala
obat ombak onta orang otak pagar pahat pajak paku palem panda parut pasir payung pelita perahu petani pintu pisang pohon puisi pulau
puyuh rabu radio rambut ranting rapat resep rindu roti ruang rumah rumput rusa sabun sagu salju sapi sarung sawah sayap sejuk semut
sendok senja serigala siang singa sisir soto suara sungai surat susu tahu tali
`
  .trim()
  .split(/\s+/);

/** Random words for somebody to remember or to read out: eight bits each. */
export function randomWords(count: number): string {
  return [...crypto.getRandomValues(new Uint8Array(count))].map((byte) => PLAIN_WORDS[byte]).join(' ');
}
