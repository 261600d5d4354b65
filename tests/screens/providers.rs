//! The ways in that an instance offers: named password providers, and buttons that lead to the browser.

use iced_test::selector;
use latchkey::{
    directus::{ErrorCode, Providers},
    profile::Profile,
    say,
    screen::{
        Pictures, RequestId, SignIn,
        sign_in::{self, Action, EMAIL_FIELD, Message, Outcome, PASSWORD_FIELD, Request},
    },
    secret::Secret,
    service::{Credentials, Error, SsoError},
};

use crate::{made_up::*, support::*};

pub(crate) fn with_providers(profile: Profile, providers: Providers) -> SignIn {
    let mut screen = SignIn::new(profile.clone());
    let Action::Run(request_id, Request::RefreshInstance(_)) = screen.refresh_instance() else {
        panic!()
    };
    let _ = screen.update(Message::InstanceRefreshed(
        request_id,
        Box::new(Ok((profile, providers))),
    ));

    screen
}

fn shows(screen: &SignIn, words: &str) -> bool {
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));

    ui.find(words).is_ok()
}

/// Presses the control with this text.
fn press(screen: &mut SignIn, words: &str) -> Action {
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));
    let _ = ui.click(words).unwrap();
    let messages = ui.into_messages().collect::<Vec<_>>();
    let [message] = messages.as_slice() else {
        panic!("{words}: {messages:?}")
    };

    screen.update(message.clone())
}

fn fill(screen: &mut SignIn, who: &str) {
    let _ = screen.update(Message::EmailTyped(who.to_owned()));
    let _ = screen.update(Message::PasswordTyped(Secret::from("correct horse")));
}

fn at_ldap_provider() -> SignIn {
    let mut screen = with_providers(harbour(), many_providers(false));
    let _ = press(&mut screen, "Directory");

    screen
}

fn sent(screen: &mut SignIn) -> (RequestId, String, Credentials) {
    let Action::Run(request_id, Request::SignInWithProvider(_, provider, credentials)) =
        screen.update(Message::Submit)
    else {
        panic!("nothing was sent to the provider")
    };

    (request_id, provider, credentials)
}

#[test]
fn each_provider_of_the_browser_has_its_button_with_the_words_of_the_data_studio() {
    let mut screen = with_providers(harbour(), many_providers(false));
    let action = press(&mut screen, "Log In with Google");

    assert!(
        matches!(action, Action::Outcome(Outcome::StartSso(provider, None)) if provider.name == "google")
    );
    assert!(!shows(&screen, "Log In with Staff"));
    assert!(!shows(&screen, "Log In with Directory"));
}

/// The command line and doctor send such a provider to the browser as well.
#[test]
fn r_40_a_driver_newer_than_this_version_is_offered_in_the_browser() {
    let newer = Providers {
        list: vec![provider("next", "Next", "fapi2", None)],
        default_disabled: false,
    };
    let mut screen = with_providers(harbour(), newer);
    let action = press(&mut screen, "Log In with Next");

    assert!(
        matches!(action, Action::Outcome(Outcome::StartSso(provider, None)) if provider.name == "next")
    );
}

#[test]
fn without_the_servers_own_accounts_and_without_named_ones_only_the_buttons_are_there() {
    let screen = with_providers(harbour(), providers(true));
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));

    assert!(ui.find(selector::id(EMAIL_FIELD)).is_err());
    assert!(ui.find("or").is_err());
    assert!(ui.find("Log In with Corp ID").is_ok());
    assert!(screen.focus().is_none());
}

#[test]
fn without_the_servers_own_accounts_the_first_named_one_is_chosen() {
    let mut screen = with_providers(harbour(), many_providers(true));

    assert!(!shows(&screen, "E-mail"));
    assert!(shows(&screen, "Identifier"));
    fill(&mut screen, "ada");
    assert_eq!(sent(&mut screen).1, "directory");
}

/// Seen to fail with the choice among the parts, as `Page::maybe_part` puts it there: letters went nowhere.
#[test]
fn the_choice_takes_the_keyboard_from_no_field() {
    let before = SignIn::new(harbour());
    let after = with_providers(harbour(), many_providers(false));
    let logos = Pictures::new();

    for field in [EMAIL_FIELD, PASSWORD_FIELD] {
        let mut input = InputDriver::on(before.view(&logos));
        input.focus(field);
        let mut input = input.show(after.view(&logos));
        let kept = input.focused();
        input.focus(field);

        assert!(kept.is_some() && kept == input.focused(), "{field}");
    }
}

#[test]
fn one_way_is_no_choice() {
    let screen = with_providers(harbour(), providers(false));

    assert!(!shows(&screen, say!("sign-in-with")));
}

#[test]
fn another_provider_clears_everything() {
    let mut screen = with_providers(harbour(), many_providers(false));
    fill(&mut screen, "ada@harbour.example.com");
    let action = press(&mut screen, "Directory");

    assert!(matches!(action, Action::Focus(EMAIL_FIELD)));
    assert!(!shows(&screen, "ada@harbour.example.com"));
    assert!(!format!("{screen:?}").contains("ada@"));
    let _ = screen.update(Message::EmailTyped("ada".to_owned()));
    assert!(matches!(
        screen.update(Message::Submit),
        Action::Focus(PASSWORD_FIELD)
    ));

    // Pressing the chosen provider again changes nothing.
    let _ = press(&mut screen, "Directory");
    assert!(shows(&screen, "ada"));
}

#[test]
fn a_directory_takes_an_identifier_and_is_asked_at_its_own_address() {
    let mut screen = at_ldap_provider();
    assert!(shows(&screen, "Identifier"));
    assert!(!shows(&screen, "Forgot password?"));

    fill(&mut screen, "ada");
    let (_, provider, credentials) = sent(&mut screen);
    assert_eq!(
        (provider.as_str(), credentials.email.as_str()),
        ("directory", "ada")
    );
    assert_eq!(credentials.password.expose(), "correct horse");
}

#[test]
fn the_code_step_of_a_directory_sends_the_code_to_the_same_provider() {
    let mut screen = at_ldap_provider();
    fill(&mut screen, "ada");
    let (request_id, ..) = sent(&mut screen);
    let wanted = refusal(ErrorCode::InvalidOtp, 401, None);
    let _ = screen.update(Message::Answered(request_id, Err(wanted)));
    let action = screen.update(Message::CodeTyped(Secret::from("123456")));

    let Action::Run(_, Request::SignInWithProvider(_, provider, credentials)) = action else {
        panic!("{action:?}")
    };
    assert_eq!(provider, "directory");
    assert_eq!(credentials.otp.as_ref().map(Secret::expose), Some("123456"));
}

#[test]
fn a_refused_identifier_is_not_called_an_e_mail() {
    let mut screen = at_ldap_provider();
    fill(&mut screen, "ada");
    let (request_id, ..) = sent(&mut screen);
    let wrong = refusal(ErrorCode::InvalidCredentials, 401, None);
    let _ = screen.update(Message::Answered(request_id, Err(wrong)));

    assert!(shows(&screen, "The identifier or the password is wrong."));
}

#[test]
fn accounts_of_a_named_local_provider_are_e_mail_addresses() {
    let mut screen = with_providers(harbour(), many_providers(false));
    let _ = press(&mut screen, "Staff");
    fill(&mut screen, "ada");

    assert!(matches!(
        screen.update(Message::Submit),
        Action::Focus(EMAIL_FIELD)
    ));
}

#[test]
fn a_provider_that_is_no_longer_offered_is_not_asked() {
    let mut screen = at_ldap_provider();
    fill(&mut screen, "ada");
    let Action::Run(request_id, Request::RefreshInstance(_)) = screen.refresh_instance() else {
        panic!()
    };
    let answer = Ok((harbour(), providers(false)));
    let _ = screen.update(Message::InstanceRefreshed(request_id, Box::new(answer)));

    assert!(!shows(&screen, "Identifier"));
    assert!(matches!(
        screen.update(Message::Submit),
        Action::Focus(EMAIL_FIELD)
    ));
}

#[test]
fn s_49_a_password_typed_does_not_wait_behind_the_browser() {
    let mut screen = with_providers(harbour(), providers(false));
    fill(&mut screen, "ada@harbour.example.com");
    let _ = press(&mut screen, "Log In with Corp ID");

    assert!(matches!(
        screen.update(Message::Submit),
        Action::Focus(PASSWORD_FIELD)
    ));
}

#[test]
fn s_48_while_a_password_is_on_its_way_no_other_way_in_can_be_taken() {
    let mut screen = with_providers(harbour(), many_providers(false));
    fill(&mut screen, "ada@harbour.example.com");
    let _ = screen.update(Message::Submit);

    for message in [
        Message::StartSso("google".to_owned()),
        Message::ChooseProvider(Some("directory".to_owned())),
    ] {
        assert!(matches!(screen.update(message), Action::None));
    }
}

#[test]
fn r_36_the_code_step_names_the_provider_and_goes_round_again_with_the_code() {
    let mut screen = with_providers(harbour(), providers(false));
    let action = screen.ask_for_code(corp(), false);
    assert!(matches!(action, Action::Focus(sign_in::CODE_FIELD)));
    assert!(shows(&screen, "One-time code"));
    assert!(shows(
        &screen,
        &say!(
            "sign-in-provider-code-lead",
            label = "Corp ID",
            host = "cms.harbour.example.com"
        )
    ));
    assert!(!shows(&screen, say!("sign-in-code-clock")));

    let action = screen.update(Message::CodeTyped(Secret::from("123 456")));
    let Action::Outcome(Outcome::StartSso(provider, Some(code))) = action else {
        panic!("{action:?}")
    };
    assert_eq!((provider.name.as_str(), code.expose()), ("corp", "123456"));
}

#[test]
fn a_wrong_code_is_said_only_after_an_attempt_and_is_not_sent_again() {
    let mut screen = with_providers(harbour(), providers(false));
    let _ = screen.ask_for_code(corp(), true);

    assert!(shows(&screen, say!("sign-in-code-clock")));
    assert!(matches!(
        screen.update(Message::Submit),
        Action::Focus(sign_in::CODE_FIELD)
    ));
    // Esc leads back to the form, and from there out.
    let _ = screen.update(Message::Back);
    assert!(shows(&screen, "Log In with Corp ID"));
    assert!(matches!(screen.update(Message::Back), Action::Leave));
}

#[test]
pub(crate) fn providers_in_pictures() {
    let logos = Pictures::new();
    let harbour = harbour();

    let with_form = with_providers(harbour.clone(), providers(false));
    snapshot("sign-in-sso", Some(&harbour), || with_form.view(&logos));

    let every = with_providers(harbour.clone(), many_providers(false));
    snapshot("sign-in-providers", Some(&harbour), || every.view(&logos));
    snapshot_small("sign-in-providers-small", Some(&harbour), || {
        every.view(&logos)
    });
    snapshot_large("sign-in-providers-large", Some(&harbour), || {
        every.view(&logos)
    });

    let mut directory = at_ldap_provider();
    snapshot("sign-in-ldap", Some(&harbour), || directory.view(&logos));
    fill(&mut directory, "ada");
    let (request_id, ..) = sent(&mut directory);
    snapshot("sign-in-ldap-busy", Some(&harbour), || {
        directory.view(&logos)
    });
    let wrong = refusal(ErrorCode::InvalidCredentials, 401, None);
    let _ = directory.update(Message::Answered(request_id, Err(wrong)));
    snapshot("sign-in-ldap-wrong", Some(&harbour), || {
        directory.view(&logos)
    });

    let only = with_providers(orchard(), many_sso());
    snapshot("sign-in-only-sso", Some(&orchard()), || only.view(&logos));

    let nothing = with_providers(
        orchard(),
        Providers {
            list: Vec::new(),
            default_disabled: true,
        },
    );
    snapshot("sign-in-no-form", Some(&orchard()), || nothing.view(&logos));

    let mut code = with_providers(harbour.clone(), providers(false));
    let _ = code.ask_for_code(corp(), false);
    snapshot("sign-in-sso-code", Some(&harbour), || code.view(&logos));
    let _ = code.ask_for_code(corp(), true);
    snapshot("sign-in-sso-code-wrong", Some(&harbour), || {
        code.view(&logos)
    });

    let mut refused = with_providers(harbour.clone(), providers(false));
    let _ = refused.sso_failed(latchkey::screen::Notification::error(&Error::Sso(
        SsoError::Refused(ErrorCode::InvalidProvider),
    )));
    snapshot("sign-in-sso-refused", Some(&harbour), || {
        refused.view(&logos)
    });
}

fn many_sso() -> Providers {
    Providers {
        list: vec![
            provider("ms", "Microsoft", "openid", Some("microsoft")),
            provider("google", "Google", "openid", Some("google")),
            provider("corp", "Corp", "saml", Some("business")),
            provider("team", "Team", "oauth2", Some("group")),
            provider("web", "Web", "oauth2", Some("public")),
            provider("safe", "Safe", "oauth2", Some("shield")),
            provider("plain", "Plain", "oauth2", Some("account_circle")),
        ],
        default_disabled: true,
    }
}
