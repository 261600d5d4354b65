//! macOS: the scheme belongs to the application bundle (`CFBundleURLTypes`), links come as an event to the
//! application's delegate. The only file with `unsafe` code: the delegate is a class of Objective-C.

#![expect(
    unsafe_code,
    reason = "declaring an Objective-C class is a promise about its superclass and methods"
)]

use std::{env, path::PathBuf};

use objc2::{
    DefinedClass, MainThreadMarker, MainThreadOnly, define_class, msg_send,
    rc::Retained,
    runtime::{NSObject, NSObjectProtocol, ProtocolObject},
};
use objc2_app_kit::{NSApplication, NSApplicationDelegate, NSWorkspace};
use objc2_foundation::{NSArray, NSLocale, NSURL};
use rustix::process::{Resource, Rlimit, setrlimit};
use tokio::sync::mpsc;

use crate::secret::Secret;

use super::{Error, SchemeStatus};

const BY_BUNDLE: &str =
    "the application bundle registers the scheme when it is put into Applications";

pub(super) fn scheme_status() -> SchemeStatus {
    let bundled = env::current_exe().is_ok_and(|program| {
        program
            .parent()
            .is_some_and(|directory| directory.ends_with("Contents/MacOS"))
    });

    SchemeStatus::Unknown(if bundled {
        "macOS does not say which application it chose".to_owned()
    } else {
        BY_BUNDLE.to_owned()
    })
}

pub(super) fn register_scheme() -> Result<Vec<PathBuf>, Error> {
    Err(Error::Unsupported(BY_BUNDLE))
}

pub(super) fn unregister_scheme() -> Result<(), Error> {
    Err(Error::Unsupported(BY_BUNDLE))
}

pub(super) fn is_wayland() -> bool {
    false
}

/// What the person set for the system or for this application (Apple, "NSLocale.preferredLanguages",
/// <https://developer.apple.com/documentation/foundation/nslocale/preferredlanguages>).
pub(super) fn languages() -> Vec<String> {
    let wanted = NSLocale::preferredLanguages();

    wanted.to_vec().iter().map(ToString::to_string).collect()
}

/// Later changes are not reported (Apple, "NSWorkspace.accessibilityDisplayShouldIncreaseContrast",
/// <https://developer.apple.com/documentation/appkit/nsworkspace/accessibilitydisplayshouldincreasecontrast>).
pub(super) fn high_contrast_changes() -> mpsc::UnboundedReceiver<bool> {
    super::single_value(NSWorkspace::sharedWorkspace().accessibilityDisplayShouldIncreaseContrast())
}

pub(super) fn open_browser(address: &url::Url) -> Result<(), Error> {
    open::that_detached(address.as_str()).map_err(|error| Error::NoBrowser(error.to_string()))
}

/// macOS has no such clock that two processes could compare without `unsafe` code.
pub(super) fn uptime() -> Option<crate::session::Uptime> {
    None
}

pub(super) fn disable_core_dumps() {
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    let _ = setrlimit(Resource::Core, none);
}

/// Does nothing: a signed release has the hardened runtime, which keeps debuggers out.
pub(super) fn refuse_debuggers() {}

define_class!(
    // SAFETY: NSObject asks nothing of its subclasses, and this one has no `Drop`.
    #[unsafe(super(NSObject))]
    #[thread_kind = MainThreadOnly]
    #[ivars = mpsc::UnboundedSender<Secret>]
    #[name = "LatchkeyLinkDelegate"]
    struct LinkDelegate;

    // SAFETY: NSObjectProtocol asks nothing.
    unsafe impl NSObjectProtocol for LinkDelegate {}

    // SAFETY: the method has the signature of the protocol's.
    unsafe impl NSApplicationDelegate for LinkDelegate {
        #[unsafe(method(application:openURLs:))]
        fn open_urls(&self, _application: &NSApplication, urls: &NSArray<NSURL>) {
            for url in urls.to_vec() {
                if let Some(text) = url.absoluteString() {
                    // Fails only when the window is closing, and then a link is of no use.
                    let _ = self.ivars().send(Secret::new(text.to_string()));
                }
            }
        }
    }
);

/// winit sets no delegate and leaves that to the program, between the making of the event loop and its run (Apple,
/// "application(_:open:)", <https://developer.apple.com/documentation/appkit/nsapplicationdelegate/application(_:open:)>).
pub(super) fn install_link_delegate() -> mpsc::UnboundedReceiver<Secret> {
    let Some(main_thread) = MainThreadMarker::new() else {
        tracing::error!("links cannot be received: not on the main thread");
        return super::pending_receiver();
    };
    let (sender, receiver) = mpsc::unbounded_channel();
    let delegate = LinkDelegate::alloc(main_thread).set_ivars(sender);
    // SAFETY: `init` of NSObject takes no arguments and returns the object.
    let delegate: Retained<LinkDelegate> = unsafe { msg_send![super(delegate), init] };
    NSApplication::sharedApplication(main_thread)
        .setDelegate(Some(ProtocolObject::from_ref(&*delegate)));
    // The application keeps only a weak reference (NSApplication.delegate); ours lives as long as the program.
    std::mem::forget(delegate);

    receiver
}
