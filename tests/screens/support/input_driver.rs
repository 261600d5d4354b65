//! A screen under a keyboard and a pointer: what has the focus, where it goes, what is painted then.

use std::{
    task::{Context, Poll, Waker},
    time::Instant,
};

use iced::{
    Element, Event, Point, Rectangle, Renderer, Size, Task, Theme,
    futures::StreamExt as _,
    keyboard::{
        self, Key, Location, Modifiers,
        key::{Named, NativeCode, Physical},
    },
    mouse::Cursor,
    theme::Mode,
    window::RedrawRequest,
};
use iced_test::{
    Selector,
    core::{
        clipboard,
        renderer::{self, Headless},
        widget::{
            Id, Operation,
            operation::{Focusable, Outcome, TextInput, black_box},
        },
    },
    runtime::{
        Action,
        task::into_stream,
        user_interface::{Cache, State, UserInterface},
    },
    selector,
};
use latchkey::ui::{
    focus::{self, Step, Target},
    font, theme,
};

use super::simulate;

/// Keyboard and pointer on one view. Unlike the simulator it moves the focus as the window does.
pub(crate) struct InputDriver<'a, M> {
    ui: UserInterface<'a, M, Theme, Renderer>,
    renderer: Renderer,
    size: Size,
    messages: Vec<M>,
}

impl<'a, M: Clone + 'a> InputDriver<'a, M> {
    pub(crate) fn on(view: impl Into<Element<'a, M>>) -> Self {
        Self::in_window(view, theme::part::WINDOW.into())
    }

    /// In a window of this size.
    pub(crate) fn in_window(view: impl Into<Element<'a, M>>, size: Size) -> Self {
        // Loads the fonts, once for the process.
        let _ = simulate::<M>(iced::widget::space());
        let renderer = <Renderer as Headless>::new(font::TEXT, theme::size::BODY.into(), None);
        let mut renderer = iced::futures::executor::block_on(renderer).unwrap();
        let ui = UserInterface::build(view, size, Cache::default(), &mut renderer);

        Self {
            ui,
            renderer,
            size,
            messages: Vec::new(),
        }
    }

    /// The screen after a change, with what iced kept of the controls before.
    pub(crate) fn show(self, view: impl Into<Element<'a, M>>) -> Self {
        let Self {
            ui,
            mut renderer,
            size,
            messages,
        } = self;

        Self {
            ui: UserInterface::build(view, size, ui.into_cache(), &mut renderer),
            renderer,
            size,
            messages,
        }
    }

    pub(crate) fn focus(&mut self, id: &'static str) {
        self.operate(Target::Named(iced::widget::Id::new(id)));
    }

    /// As the Tab key does; where the keyboard is then.
    pub(crate) fn tab(&mut self) -> Option<Rectangle> {
        self.operate(Target::Next);

        self.focused()
    }

    /// The same, and how much of it can be seen.
    pub(crate) fn tab_seen(&mut self) -> Option<(Rectangle, Option<Rectangle>)> {
        self.operate(Target::Next);
        let mut find = selector::is_focused().find();
        self.ui.operate(&self.renderer, &mut black_box(&mut find));

        match find.finish() {
            Outcome::Some(found) => found.map(|target| (target.bounds(), target.visible_bounds())),
            _ => None,
        }
    }

    /// As an arrow does; where the keyboard is then.
    pub(crate) fn arrow(&mut self, step: Step) -> Option<Rectangle> {
        self.operate(Target::InList(step));

        self.focused()
    }

    /// Everything that can have the keyboard, in the order of the page.
    pub(crate) fn controls(&mut self) -> Vec<Rectangle> {
        self.bounds().0
    }

    /// Whatever takes room on the page.
    pub(crate) fn texts_and_controls(&mut self) -> Vec<Rectangle> {
        self.bounds().1
    }

    fn bounds(&mut self) -> (Vec<Rectangle>, Vec<Rectangle>) {
        let mut survey = Survey::default();
        self.ui.operate(&self.renderer, &mut survey);

        (survey.controls, survey.everything)
    }

    /// As Shift and Tab do.
    pub(crate) fn tab_back(&mut self) -> Option<Rectangle> {
        self.operate(Target::Previous);

        self.focused()
    }

    fn operate(&mut self, target: Target) {
        self.run(Box::new(focus::operation(target)));
    }

    /// Does what a task of the window asks of its widgets at once, such as giving one the focus. What a task waits for,
    /// an answer of the service above all, is left out.
    pub(crate) fn perform<T: 'static>(&mut self, task: Task<T>) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let inside = runtime.enter();
        if let Some(mut stream) = into_stream(task) {
            let mut context = Context::from_waker(Waker::noop());
            while let Poll::Ready(Some(action)) = stream.poll_next_unpin(&mut context) {
                if let Action::Widget(operation) = action {
                    self.run(operation);
                }
            }
        }
        drop(inside);
        runtime.shutdown_background();
    }

    /// The id of the control that has the keyboard focus.
    pub(crate) fn focused_id(&mut self) -> Option<Id> {
        let mut find = FocusedId::default();
        self.ui.operate(&self.renderer, &mut find);

        find.0
    }

    fn run(&mut self, operation: Box<dyn Operation<()>>) {
        let mut next = operation;
        loop {
            self.ui
                .operate(&self.renderer, &mut black_box(next.as_mut()));
            match next.finish() {
                Outcome::Chain(chained) => next = chained,
                Outcome::None | Outcome::Some(()) => return,
            }
        }
    }

    pub(crate) fn focused(&mut self) -> Option<Rectangle> {
        let mut find = selector::is_focused().find();
        self.ui.operate(&self.renderer, &mut black_box(&mut find));
        match find.finish() {
            Outcome::Some(found) => found.map(|target| target.bounds()),
            _ => None,
        }
    }

    /// Whether this text is inside the part of the page that is shown.
    pub(crate) fn is_seen(&mut self, words: &'static str) -> bool {
        let mut find = Selector::find(words);
        self.ui.operate(&self.renderer, &mut black_box(&mut find));
        match find.finish() {
            Outcome::Some(found) => found.is_some_and(|text| text.visible_bounds().is_some()),
            _ => false,
        }
    }

    pub(crate) fn press(&mut self, key: Named) {
        let events = iced_test::simulator::tap_key(key, None).collect::<Vec<_>>();
        let _ = self.handle(&events, Cursor::Unavailable);
    }

    pub(crate) fn press_with(&mut self, key: Named, modifiers: Modifiers) {
        self.press_in_one_go(&[(key, modifiers)]);
    }

    /// Keys that arrive together, as they do in a busy window.
    pub(crate) fn press_in_one_go(&mut self, keys: &[(Named, Modifiers)]) {
        let events: Vec<_> = keys
            .iter()
            .map(|(key, held)| pressed(*key, *held))
            .collect();
        let _ = self.handle(&events, Cursor::Unavailable);
    }

    pub(crate) fn focus_on(&mut self, id: String) {
        self.operate(Target::Named(iced::widget::Id::from(id)));
    }

    /// These letters as they arrive, with no Shift held, and the frame that follows.
    pub(crate) fn type_in(&mut self, text: &str) {
        let events = iced_test::simulator::typewrite(text)
            .chain([frame(Instant::now())])
            .collect::<Vec<_>>();
        let _ = self.handle(&events, Cursor::Unavailable);
    }

    pub(crate) fn leave_window(&mut self) {
        let left = Event::Window(iced::window::Event::Unfocused);
        let _ = self.handle(&[left], Cursor::Unavailable);
    }

    pub(crate) fn click(&mut self, at: Point) {
        let events = iced_test::simulator::click().collect::<Vec<_>>();
        let _ = self.handle(&events, Cursor::Available(at));
    }

    fn handle(&mut self, events: &[Event], cursor: Cursor) -> RedrawRequest {
        let (state, _) = self.ui.update(
            events,
            cursor,
            &mut self.renderer,
            &mut clipboard::Null,
            &mut self.messages,
        );

        match state {
            State::Outdated => RedrawRequest::NextFrame,
            State::Updated { redraw_request, .. } => redraw_request,
        }
    }

    /// What it has sent so far.
    pub(crate) fn messages_so_far(&self) -> &[M] {
        &self.messages
    }

    pub(crate) fn messages(self) -> Vec<M> {
        self.messages
    }

    /// What is drawn, in bytes.
    pub(crate) fn pixels(&mut self) -> Vec<u8> {
        self.painted(Instant::now()).0
    }

    /// The same at this moment, and when it wants to be painted again by itself.
    pub(crate) fn painted(&mut self, now: Instant) -> (Vec<u8>, RedrawRequest) {
        let theme = theme::theme(Mode::Light, None);
        let style = renderer::Style {
            text_color: theme.palette().text,
        };
        let again = self.handle(&[frame(now)], Cursor::Unavailable);
        self.ui
            .draw(&mut self.renderer, &theme, &style, Cursor::Unavailable);

        let Size { width, height } = self.size;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a window's size is small"
        )]
        let size = iced::Size::new(width as u32, height as u32);
        let background = theme.palette().background;

        (self.renderer.screenshot(size, 1.0, background), again)
    }
}

fn pressed(key: Named, modifiers: Modifiers) -> Event {
    Event::Keyboard(keyboard::Event::KeyPressed {
        key: Key::Named(key),
        modified_key: Key::Named(key),
        physical_key: Physical::Unidentified(NativeCode::Unidentified),
        location: Location::Standard,
        modifiers,
        text: None,
        repeat: false,
    })
}

fn frame(now: Instant) -> Event {
    Event::Window(iced::window::Event::RedrawRequested(now))
}

/// Which control has the keyboard focus.
#[derive(Default)]
struct FocusedId(Option<Id>);

impl Operation for FocusedId {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            self.0 = id.cloned();
        }
    }
}

/// Where everything is.
#[derive(Default)]
struct Survey {
    controls: Vec<Rectangle>,
    everything: Vec<Rectangle>,
}

impl Operation for Survey {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn container(&mut self, _id: Option<&Id>, bounds: Rectangle) {
        self.everything.push(bounds);
    }

    fn focusable(&mut self, _id: Option<&Id>, bounds: Rectangle, _state: &mut dyn Focusable) {
        self.controls.push(bounds);
        self.everything.push(bounds);
    }

    fn text_input(&mut self, _id: Option<&Id>, bounds: Rectangle, _state: &mut dyn TextInput) {
        self.everything.push(bounds);
    }

    fn text(&mut self, _id: Option<&Id>, bounds: Rectangle, _text: &str) {
        self.everything.push(bounds);
    }
}
