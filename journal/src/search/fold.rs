//! Letters as they are compared: lower case, without marks above or below them.
//!
//! A table of our own for Latin, Greek and Cyrillic, two kilobytes where the whole of Unicode takes fifty; a test
//! holds it to Unicode's canonical decomposition. Korean syllables are taken apart by rule. Letters of other
//! scripts are compared as they were written.

use std::sync::LazyLock;

/// Each letter, followed by what it is compared as; in order.
#[expect(clippy::unicode_not_nfc, reason = "letters that have two codes are here under both")]
const PAIRS: &str = "\
àaáaâaãaäaåaçcèeéeêeëeìiíiîiïiðdñnòoóoôoõoöoøoùuúuûuüuýyÿyāaăaąaćcĉcċcčcďdđdēeĕeėeęeěeĝgğgġgģgĥh\
ħhĩiīiĭiįiıiĵjķkĺlļlľlłlńnņnňnōoŏoőoŕrŗrřrśsŝsşsšsţtťtŧtũuūuŭuůuűuųuŵwŷyźzżzžzơoưuǎaǐiǒoǔuǖuǘuǚu\
ǜuǟaǡaǣæǧgǩkǫoǭoǯʒǰjǵgǹnǻaǽæǿoȁaȃaȅeȇeȉiȋiȍoȏoȑrȓrȕuȗușsțtȟhȧaȩeȫoȭoȯoȱoȳyʹʹ;;΅¨··ΐιάαέεήηίιΰυςσ\
ϊιϋυόούυώωϓϒϔϒйиѐеёеѓгїіќкѝиўуѷѵӂжӑаӓаӗеӛәӝжӟзӣиӥиӧоӫөӭэӯуӱуӳуӵчӹыḁaḃbḅbḇbḉcḋdḍdḏdḑdḓdḕeḗeḙeḛeḝe\
ḟfḡgḣhḥhḧhḩhḫhḭiḯiḱkḳkḵkḷlḹlḻlḽlḿmṁmṃmṅnṇnṉnṋnṍoṏoṑoṓoṕpṗpṙrṛrṝrṟrṡsṣsṥsṧsṩsṫtṭtṯtṱtṳuṵuṷuṹuṻuṽv\
ṿvẁwẃwẅwẇwẉwẋxẍxẏyẑzẓzẕzẖhẗtẘwẙyẛſạaảaấaầaẩaẫaậaắaằaẳaẵaặaẹeẻeẽeếeềeểeễeệeỉiịiọoỏoốoồoổoỗoộoớoờo\
ởoỡoợoụuủuứuừuửuữuựuỳyỵyỷyỹyἀαἁαἂαἃαἄαἅαἆαἇαἐεἑεἒεἓεἔεἕεἠηἡηἢηἣηἤηἥηἦηἧηἰιἱιἲιἳιἴιἵιἶιἷιὀοὁοὂοὃο\
ὄοὅοὐυὑυὒυὓυὔυὕυὖυὗυὠωὡωὢωὣωὤωὥωὦωὧωὰαάαὲεέεὴηήηὶιίιὸοόοὺυύυὼωώωᾀαᾁαᾂαᾃαᾄαᾅαᾆαᾇαᾐηᾑηᾒηᾓηᾔηᾕηᾖηᾗη\
ᾠωᾡωᾢωᾣωᾤωᾥωᾦωᾧωᾰαᾱαᾲαᾳαᾴαᾶαᾷαιι῁¨ῂηῃηῄηῆηῇη῍᾿῎᾿῏᾿ῐιῑιῒιΐιῖιῗι῝῾῞῾῟῾ῠυῡυῢυΰυῤρῥρῦυῧυ῭¨΅¨``ῲωῳωῴω\
ῶωῷω´´";

static BASES: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let mut letters = PAIRS.chars();
    std::iter::from_fn(|| Some((letters.next()?, letters.next()?))).collect()
});

/// Marks that combine with the letter before them.
pub const fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '\u{300}'..='\u{36f}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

/// What a letter is compared as: nothing for a mark, two letters for a ligature.
pub fn fold_letter(letter: char, mut each: impl FnMut(char)) {
    if letter.is_ascii() {
        return each(letter.to_ascii_lowercase());
    }
    for small in letter.to_lowercase().filter(|small| !is_mark(*small)) {
        match base(small) {
            'æ' => "ae".chars().for_each(&mut each),
            'œ' => "oe".chars().for_each(&mut each),
            'ß' => "ss".chars().for_each(&mut each),
            syllable @ '\u{ac00}'..='\u{d7a3}' => {
                parts_of(syllable).into_iter().flatten().for_each(&mut each);
            }
            plain => each(plain),
        }
    }
}

fn base(small: char) -> char {
    let found = BASES.binary_search_by_key(&small, |(letter, _)| *letter);
    found.ok().and_then(|place| BASES.get(place)).map_or(small, |(_, base)| *base)
}

/// The two or three letters of a Korean syllable (Unicode 17, section 3.12).
fn parts_of(syllable: char) -> [Option<char>; 3] {
    let place = u32::from(syllable) - 0xac00;
    let tail = place % 28;
    [
        char::from_u32(0x1100 + place / (21 * 28)),
        char::from_u32(0x1161 + place % (21 * 28) / 28),
        char::from_u32(0x11a7 + tail).filter(|_| tail > 0),
    ]
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn folded(text: &str) -> String {
        let mut out = String::new();
        text.chars().for_each(|letter| fold_letter(letter, |plain| out.push(plain)));
        out
    }

    #[test]
    fn case_and_marks_make_no_difference() {
        assert_eq!(folded("CORAZÓN Ñandú"), "corazon nandu");
        assert_eq!(folded("corazo\u{301}n"), "corazon");
        assert_eq!(folded("Łódź, Straße, Œuvre, Ǽ"), "lodz, strasse, oeuvre, ae");
        assert_eq!(folded("Ὀδυσσεύς ёлка Й"), "οδυσσευσ елка и");
        assert_eq!(folded("한"), "\u{1112}\u{1161}\u{11ab}");
        assert_eq!(folded("家 かば שָׁלוֹם"), "家 かば שָׁלוֹם");
    }

    #[test]
    fn the_table_is_in_order() {
        assert!(BASES.is_sorted_by(|one, next| one.0 < next.0));
    }

    /// Letters that Unicode does not take apart, and that are found without their stroke all the same.
    const STROKES: &str = "øłđħŧıςðæœß";

    #[test]
    fn what_unicode_takes_apart_is_compared_by_its_letters() {
        for block in [0xc0..=0x24f, 0x370..=0x52f, 0x1e00..=0x1fff, 0xac00..=0xd7a3] {
            for letter in block.filter_map(char::from_u32) {
                let small: String = letter.to_lowercase().collect();
                let apart: String = small.nfd().filter(|part| !is_mark(*part)).collect();
                if !apart.contains(|part| STROKES.contains(part)) {
                    assert_eq!(folded(&letter.to_string()), apart, "{letter}");
                }
            }
        }
    }
}
