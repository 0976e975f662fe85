//! What a home screen says of the app, in the reader's language. The file has its words as the standard has them: the
//! first language in a member, the others beside it in `<member>_localized`. Few browsers read those.

use app::text::Language;
use serde_json::Value;

const LOCALIZED: &str = "_localized";

/// `None` where the file is none.
pub fn said(file: &[u8], language: Language) -> Option<String> {
    let mut manifest: Value = serde_json::from_slice(file).ok()?;
    say(&mut manifest, language.tag());
    manifest.as_object_mut()?.insert("lang".into(), language.tag().into());
    Some(manifest.to_string())
}

/// What was chosen for the app counts, not what the browser would pick: so the other languages go.
fn say(part: &mut Value, tag: &str) {
    match part {
        Value::Array(parts) => parts.iter_mut().for_each(|part| say(part, tag)),
        Value::Object(members) => {
            let names: Vec<String> =
                members.keys().filter_map(|name| name.strip_suffix(LOCALIZED)).map(str::to_owned).collect();
            for name in names {
                let others = members.remove(&format!("{name}{LOCALIZED}"));
                if let Some(words) = others.and_then(|mut others| others.get_mut(tag).map(Value::take)) {
                    members.insert(name, words);
                }
            }
            members.values_mut().for_each(|part| say(part, tag));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_manifest_is_said_in_each_language_and_the_name_in_none() {
        let file = include_bytes!("../../../../public/manifest.webmanifest");
        let [english, spanish] = Language::ALL
            .map(|language| serde_json::from_str::<Value>(&said(file, language).unwrap()).unwrap());
        assert_eq!((english["lang"].as_str(), spanish["lang"].as_str()), (Some("en"), Some("es")));
        let names = |manifest: &Value| {
            let all = manifest["shortcuts"].as_array().unwrap().iter();
            all.map(|shortcut| shortcut["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(names(&english), ["Check in", "Write"]);
        assert_eq!(names(&spanish), ["Anotar cómo estoy", "Escribir"]);
        for manifest in [english, spanish] {
            assert_eq!(
                (manifest["name"].as_str(), manifest["id"].as_str()),
                (Some("Interleaf"), Some("/app"))
            );
            assert!(!manifest.to_string().contains(LOCALIZED));
        }
    }

    #[test]
    fn a_language_that_is_not_there_leaves_the_first() {
        let file = br#"{"name": "A", "name_localized": {"fr": "B"}}"#;
        assert_eq!(said(file, Language::Spanish).unwrap(), r#"{"lang":"es","name":"A"}"#);
        assert_eq!(said(b"{", Language::English), None);
    }
}
