// Everyday Indonesian words, so far as a campaign list could name them or their forms could be mistaken for them. No names.

const LINES = `
ada adalah adanya agar air akan aku alam alat aman anak anda antara apa api asal atas atau awal ayah ayo bagaimana bagi bagian bagus bahasa bahwa
baik baru banyak bapak barat batas bawa bawah beberapa begitu belajar belum benar berada berani berapa beras berat beri berita bersama besar besok
betul biar biasa bila bisa boleh buat bukan buku bulan bumi bunga cara cepat cerita cinta coba contoh cuaca cukup daerah dalam damai dan dapat
dari darurat data datang dekat demi dengan depan desa di dia diri dirinya doa dua dunia enam gotong guru habis hadir hari harga harian harus hasil
hati hidup hijau hingga hitam hukum ibu ikut indah indonesia ingat ini itu iya jadi jaga jalan jam jangan jauh jelas jika juang juga jujur jumat kabar
kabupaten kalah kalau kali kami kampung kampanye kamu kapan karena karya kasih kata kau kaya kecamatan kecil kembali kepada kerja ketika kini kita
kota kuat kuliah kunci kurang kursi lagi lahir lain laki lalu lama langsung lanjut lanjutkan laut lawan layak lebih lewat libur lihat lima maaf main
maju makan makanan makna malam malu mampu mana mandi manis mantap maka marah mari masa masih masuk masyarakat mata mati mau maupun media mengalah memang menang
menangis menari mengapa menjadi mereka merah merdeka merupakan mesti milik minggu minum minta muda mudah muka mulai muncul mungkin nama namun nanti
nasi nasional negara negeri nilai nomor nyaman nyanyi nyaring nyata nyawa nyonya obat oleh orang pada pagi pakai paling panas pantai para partai pasar pasti
pelan pemilih pemilihan pemilu pemerintah pemimpin penting perlu pernah pertama pilih pilihan pilkada presiden program pulang pula pun putih
rakyat ramai rasa raya rendah ria rumah saat sabar sabtu sahabat saja saling sama sampai sana sangat satu satuan saya sayang sebagai sebelum
sebuah sedang sedikit sehat sejahtera sekali sekarang sekolah selalu selamat semangat sementara semoga semua senang sendiri senin seperti sering
serta sesuai setelah setiap siap siang siapa sini situ suara suatu sudah suka sungai surat tahu tahun takut tampak tampil tanah tangan tanpa tapi
tegas telah teman tempat tentang tepat terang terbaik terhadap terima terjadi terlalu ternyata tersebut tertentu terus tetap tidak tiga timur tinggal tinggi
titik tua tuhan tujuh tulis turun udah uang ujung umum untuk usaha utama utara waktu walau wanita warga yakin yang
bupati gubernur walikota calon paslon desain ngaji nikah mangga nasib nangis nanam makam makin malas mantan masak masalah matang merasa melati menteri
meraih berkah berbagi berakhir beruang bersih berdiri dinas diskon dilema terbang terbit terminal terowongan kering memakan dimakan menyala
namai menama mula semula bermula
`;

export const COMMON_WORDS: ReadonlySet<string> = new Set(LINES.split(/\s+/).filter((word) => word !== ''));
