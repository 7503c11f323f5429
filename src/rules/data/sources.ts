// Where the entries were read. Press reports of the decree, not the decree: nobody compared them with the official text yet.
import type { Citation } from '../../model/rules.ts';

const SKB = 'SKB 2022 (MenPANRB 2/2022, Mendagri 800-5474/2022, BKN 246/2022, KASN 30/2022, Bawaslu 1447.1/PM.01/K.1/09/2022)';

export const SKB_FIRST_PAGES: Citation = { label: `${SKB}, halaman awal`, where: 'scribd.com/document/602350661' };
export const SKB_KOMPAS: Citation = { label: 'SKB 2022, Lampiran II, menurut Kompas', where: 'kompas.com/tren 2023/11/06/133000265' };
export const SKB_TRIBUN: Citation = { label: 'SKB 2022, Lampiran II, menurut Tribun Jatim', where: 'jatim.tribunnews.com 2023/11/15' };
export const SKB_TECHNOZ: Citation = {
  label: 'SKB 2022, Lampiran II, menurut Bloomberg Technoz',
  where: 'bloombergtechnoz.com detail-news/16196',
};
export const SKB_SEMARANG: Citation = {
  label: 'SKB 2022, Lampiran II, menurut Info Semarang',
  where: 'infosemarang.com 7618 (25 September 2023)',
};
export const SKB_INNALAR: Citation = {
  label: 'SKB 2022, baris disiplin untuk calon peserta, menurut Innalar',
  where: 'innalar.com ?p=28701',
};
export const KASN_SEDANG: Citation = { label: 'Rekomendasi KASN dalam satu perkara unggahan', where: 'jabar.wahananews.co f50qUnFsLd' };
export const BEFORE_FIXING: Citation = {
  label: 'Keterangan ketua Bawaslu, September 2024',
  where: 'inilahbanten.com bawaslu-terbentur-aturan',
};
export const PP94_GEMPITA: Citation = { label: 'PP 94/2021 tentang Disiplin PNS, menurut Gempita', where: 'gempita.co tidak-netral' };
export const PP94_ANTARA: Citation = { label: 'PP 94/2021 tentang Disiplin PNS, menurut ANTARA', where: 'kalteng.antaranews.com 505285' };
export const PP94_SINDO: Citation = { label: 'PP 94/2021 pasal 5 huruf n, menurut Sindonews', where: 'nasional.sindonews.com 540310' };
export const PP94_CPNS: Citation = { label: 'PP 94/2021 berlaku pula untuk CPNS, menurut Kompas TV', where: 'kompas.tv 212923' };
export const PP94_SUPERIOR: Citation = { label: 'PP 94/2021 pasal 26 dan 28', where: 'anyflip.com/czsmt/lgws' };
export const PP49: Citation = {
  label: 'PP 49/2018 tentang Manajemen PPPK, pasal 51–53 dan 59',
  where: 'sekola.web.id 2023/01; denpasar.bkn.go.id disiplin_pppk',
};
export const UU20: Citation = {
  label: 'UU 20/2023 tentang ASN, pasal 9 dan 24',
  where: 'cms.emka.web.id 2025/02; radarkepahiang.disway.id 666665',
};
export const SE_MENPANRB: Citation = {
  label: 'SE MenPANRB 4/2024: pengawasan netralitas pada BKN',
  where: 'lampost.co jelang-kampanye; kilaskementerian.kompas.com 2024/09/24/19002971',
};
export const MK_121: Citation = { label: 'Putusan MK 121/PUU-XXII/2024', where: 'bloombergtechnoz.com 87507' };
export const PENERUSAN: Citation = {
  label: 'Praktik penerusan Bawaslu ke Kantor Regional BKN',
  where: 'newsurban.id 2024/10/28; panduga.id 2024/09/18',
};
export const REPORT_BOTH: Citation = {
  label: 'Masyarakat dapat melapor ke Bawaslu atau BKPP (Semarang, 2024)',
  where: 'pemberitaan Semarang, 2024',
};
export const REPORT_KECAMATAN: Citation = {
  label: 'Laporan lewat Bawaslu sampai tingkat kecamatan (Kotawaringin Timur, 2023)',
  where: 'keterangan KASN, Juni 2023',
};
export const PLACE: Citation = { label: 'Perbawaslu 7/2022 pasal 8 dan 10', where: 'aartreya.com' };
export const UU7_454: Citation = { label: 'UU 7/2017 pasal 454', where: 'online.flipbuilder.com/cmvf/wgnv hlm. 312' };
export const UU1_134: Citation = { label: 'UU 1/2015 (Perppu 1/2014) pasal 134 ayat 4', where: 'id.wikisource.org Perpu_1_2014.pdf/93' };
export const PKPU2: Citation = { label: 'PKPU 2/2024, jadwal Pilkada 2024', where: 'sabangmeraukenews 15949; radarjabar.disway.id 686651' };
export const MK_135: Citation = {
  label: 'Putusan MK 135/PUU-XXII/2024',
  where: 'didiksupriyanto.com; epaper.mediaindonesia.com; metrokota.com 2025/06/28',
};
export const KOMISI_II: Citation = { label: 'Keterangan pimpinan Komisi II DPR, Februari 2026', where: 'mediaindonesia.com 859494' };
export const TWIBBON: Citation = { label: 'Kasus twibbon Sungai Penuh, Oktober 2024', where: 'metro7.co.id twibbon' };
export const NEVER_LIKED: Citation = {
  label: 'Akun menyukai laman tanpa tindakan pemiliknya, 2020',
  where: 'cnnindonesia.com 20200110145707',
};
export const SPOKEN_UNDER_OATH: Citation = {
  label: 'Pemilik akun baru dipastikan saat klarifikasi, Malang 2018',
  where: 'regional.kompas.com 2018/11/13',
};
export const HAND_SIGNS: Citation = {
  label: 'Daftar pose dari BKN dan pejabat daerah',
  where: 'kraya.id hati-hati-jarimu-asn; sultra.antaranews.com 451791',
};
export const PURBALINGGA: Citation = {
  label: 'SE Sekda Purbalingga 800/3871, 27 Februari 2023',
  where: 'surat edaran daerah; berlaku di Purbalingga',
};
export const PDP_END: Citation = {
  label: 'UU 27/2022 tentang Pelindungan Data Pribadi: dihapus pada akhir masa simpan; dikecualikan selama terkait proses hukum',
  where: 'preprod.justisio.com hlm. 5; wartanett.com 30174',
};
export { GENERAL } from '../../model/cited.ts';
