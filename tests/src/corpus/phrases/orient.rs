use super::Phrases;

pub(super) const AR: Phrases = Phrases {
    named: &[
        "مرحبا، {w} الخاص بي هو {v} أرجو التحديث",
        "{w}: {v}",
        "ممكن تتأكد من {w} {v} لو سمحت",
        "هذا {w} {v} شكرا",
        "أرسلته سابقا {v} ({w})",
    ],
    unnamed: &["طيب يعني {v} شكرا", "تفضل {v}", "{v}", "هل وصلكم {v}؟", "كتبت {v} وظهر خطأ"],
};

pub(super) const HE: Phrases = Phrases {
    named: &[
        "שלום, {w} שלי {v}, אפשר לעדכן?",
        "{w}: {v}",
        "אפשר לבדוק {w} {v} בבקשה?",
        "הנה {w} {v} תודה",
        "כבר שלחתי: {v} ({w})",
    ],
    unnamed: &["אוקיי אז {v}, תודה", "בבקשה {v}", "{v}", "קיבלתם את {v}?", "הקלדתי {v} ויש שגיאה"],
};

pub(super) const FA: Phrases = Phrases {
    named: &[
        "سلام، {w} من {v} است لطفا اصلاح کنید",
        "{w}: {v}",
        "لطفا {w} {v} را بررسی کنید",
        "این هم {w} {v} ممنون",
        "قبلا فرستادم {v} ({w})",
    ],
    unnamed: &["باشه پس {v} ممنون", "بفرمایید {v}", "{v}", "به دستتان رسید {v}؟", "زدم {v} خطا داد"],
};

pub(super) const TH: Phrases = Phrases {
    named: &[
        "สวัสดีค่ะ {w} ของฉันคือ {v} ช่วยแก้ให้หน่อยค่ะ",
        "{w}: {v}",
        "ช่วยเช็ค {w} {v} ให้หน่อยครับ",
        "ส่ง {w} {v} ครับ ขอบคุณ",
        "ส่งไปแล้ว {v} ({w})",
    ],
    unnamed: &["โอเค {v} นะคะ", "นี่ค่ะ {v}", "{v}", "ได้รับ {v} ไหมคะ", "กรอก {v} แล้วขึ้น error"],
};

pub(super) const VI: Phrases = Phrases {
    named: &[
        "Chào shop, {w} của em là {v}, cập nhật giúp em",
        "{w}: {v}",
        "Kiểm tra giúp mình {w} {v} nhé",
        "Gửi bạn {w} {v}, cảm ơn",
        "Em gửi rồi: {v} ({w})",
    ],
    unnamed: &["ok vậy {v} nhé, cảm ơn", "đây ạ {v}", "{v}", "Bên mình nhận được {v} chưa?", "em nhập {v} thì báo lỗi"],
};

pub(super) const ID: Phrases = Phrases {
    named: &[
        "Halo, {w} saya {v}, tolong diperbarui ya",
        "{w}: {v}",
        "Mohon dicek {w} {v} kak",
        "Ini {w} {v}, terima kasih",
        "Sudah saya kirim: {v} ({w})",
    ],
    unnamed: &["oke jadi {v} ya, makasih", "ini kak {v}", "{v}", "Sudah terima {v}?", "saya ketik {v} tapi error"],
};
