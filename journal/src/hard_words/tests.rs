use proptest::prelude::*;

use super::*;

#[test]
fn help_may_be_offered_beside_these() {
    for text in [
        "Some days I want to die.",
        "I keep thinking about SUICIDE",
        "everyone would be better off without me",
        "I don’t want to wake up",
        "I don't want to live like this",
        "thoughts of self-harm again",
        "I wanted to kill   myself that night",
        "Not that. I want to die",
        "It was fine\nwish I was dead",
        "Pienso en suicidarme",
        "Tengo ganas de morirme",
        "QUIERO MORIR",
        "No, quiero morir",
        "ojalá no despertara",
        "otra vez hacerme daño",
        "estarían mejor sin mí",
    ] {
        assert!(may_offer_help(text), "{text}");
    }
}

#[test]
fn and_not_beside_what_only_sounds_like_it() {
    for text in [
        "",
        "My ego died and I was the sea.",
        "Ego death, and then my grandmother's kitchen",
        "I thought I had died, and it was peaceful",
        "I do not want to die",
        "I don’t want to die before the summer",
        "I wanted to die of shame",
        "I want to die laughing",
        "dying to see you",
        "The deadline killed me",
        "killing time, killed it at work",
        "We saw Suicide Squad",
        "I cut my hair myself",
        "I hurt my foot",
        "The plant is dead",
        "My father died by his own hand",
        "insecticide and pesticides",
        "the end of my life as a smoker, and it all ends well",
        "Me muero de risa",
        "Me quiero morir de vergüenza",
        "No quiero morir",
        "Quiero vivir",
        "Cortarme el pelo",
        "Mi abuela murió en marzo",
        "matar el tiempo",
    ] {
        assert!(!may_offer_help(text), "{text}");
    }
}

#[test]
fn every_phrase_is_written_as_it_is_compared_and_found() {
    for phrase in [ENGLISH, SPANISH, WISHES].concat() {
        let found = sentences(phrase);
        assert_eq!(found.len(), 1, "{phrase}");
        assert_eq!(found.concat().join(" "), phrase);
        assert!(may_offer_help(phrase), "{phrase}");
        assert!(may_offer_help(&format!("and {} again", phrase.to_uppercase())), "{phrase}");
        assert!(!may_offer_help(&format!("x{phrase}x")), "{phrase}: not a whole word");
    }
}

proptest! {
    #[test]
    fn whatever_is_written_there_is_an_answer(text in "\\PC{0,200}") {
        let yes = may_offer_help(&text);
        prop_assert!(!yes || !text.is_empty());
    }

    #[test]
    fn what_stands_around_it_as_other_sentences_changes_nothing(before in "[a-z ]{0,40}", after in "[a-z ]{0,40}") {
        let text = format!("{before}. I want to die. {after}");
        prop_assert!(may_offer_help(&text));
    }
}
