use super::Phrases;

pub(super) const ZHHANS: Phrases = Phrases {
    named: &[
        "你好，我的{w}是{v}，请帮我更新。",
        "{w}：{v}",
        "请帮我查一下{w}{v}",
        "{w} {v} 谢谢",
        "客户填的{w}为{v}",
        "已经发了，{v}（{w}）",
    ],
    unnamed: &["好的，{v}，谢谢", "给你 {v}", "{v}", "收到{v}了吗？", "我输入{v}后报错"],
};

pub(super) const ZHHANT: Phrases = Phrases {
    named: &["您好，我的{w}是{v}，麻煩更新。", "{w}：{v}", "請幫我查{w}{v}", "{w} {v} 謝謝", "已經傳了，{v}（{w}）"],
    unnamed: &["好的，{v}，謝謝", "給您 {v}", "{v}", "收到{v}了嗎？", "我輸入{v}後出錯"],
};

pub(super) const JA: Phrases = Phrases {
    named: &[
        "お世話になります。{w}は{v}です。",
        "{w}：{v}",
        "{w}{v}を確認してください",
        "{w} {v} でお願いします",
        "送りました：{v}（{w}）",
    ],
    unnamed: &["はい、{v}です", "こちらです {v}", "{v}", "{v}は届きましたか？", "{v}と入力したらエラーになりました"],
};

pub(super) const KO: Phrases = Phrases {
    named: &[
        "안녕하세요, 제 {w}는 {v}입니다.",
        "{w}: {v}",
        "{w} {v} 확인 부탁드립니다",
        "{w} {v} 감사합니다",
        "보냈어요: {v} ({w})",
    ],
    unnamed: &["네, {v}입니다", "여기요 {v}", "{v}", "{v} 받으셨나요?", "{v} 입력했는데 오류가 나요"],
};

pub(super) const HI: Phrases = Phrases {
    named: &[
        "नमस्ते, मेरा {w} {v} है, अपडेट कर दीजिए।",
        "{w}: {v}",
        "Sir please check {w} {v} and revert",
        "Kindly update my {w} {v} urgently",
        "{w} {v} hai, thanks",
    ],
    unnamed: &["ठीक है, {v}, धन्यवाद", "ye lijiye {v}", "{v}", "{v} mila kya?", "maine {v} dala but error aa raha hai"],
};
