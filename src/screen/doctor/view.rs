//! The view of doctor's findings: an icon and a text each, and below them the fix.

use iced::{
    Element, Length,
    widget::{Column, Row, column, container, row, space as blank, text},
};

use super::{Doctor, Message};
use crate::{
    say,
    screen::{Pictures, instance_header},
    text::{Finding, Fix, Level},
    ui::{
        banner::{Banner, Kind},
        control, font,
        icon::{self, Icon},
        page::{self, Page},
        style,
        theme::{part, size, space},
    },
};

impl Doctor {
    pub(super) fn draw<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        let page = if self.pending.is_some() {
            Page::new(say!("doctor-link"))
                .lead(say!("doctor-busy-lead"))
                .part(control::busy(say!("doctor-busy")))
        } else {
            Page::new(say!("doctor-link"))
                .lead(say!("doctor-lead"))
                .part(self.summary())
                .part(self.group(say!("doctor-server"), &self.instance_findings))
                .part(self.group(say!("doctor-computer"), &self.machine_findings))
                .part(control::secondary(
                    say!("doctor-again"),
                    Some(Message::CheckAgain),
                ))
        };

        page.back(true, Message::Back)
            .instance(instance_header(&self.profile, pictures))
            .view()
    }

    fn summary(&self) -> Element<'_, Message> {
        let count = self
            .findings()
            .filter(|finding| finding.level.has_passed() == Some(false))
            .count();
        let has_failed = self
            .findings()
            .any(|finding| finding.level == Level::Failed);

        match (count, has_failed) {
            (0, _) => Banner::new(Kind::Success, say!("doctor-all-fine")),
            (count, true) => Banner::new(Kind::Error, say!("doctor-to-mend", count = count)),
            (count, false) => Banner::new(Kind::Warning, say!("doctor-to-mend", count = count)),
        }
        .view()
    }

    fn group<'a>(&'a self, name: &'a str, findings: &'a [Finding]) -> Element<'a, Message> {
        let mut rows = Column::new().spacing(space::M).width(Length::Fill);

        for (index, finding) in findings.iter().enumerate() {
            if index > 0 {
                rows = rows.push(page::divider());
            }
            rows = rows.push(self.finding(finding));
        }

        column![
            text(name).size(size::SMALL).font(font::STRONG),
            container(rows)
                .padding(space::L)
                .width(Length::Fill)
                .style(style::card)
        ]
        .spacing(space::XS)
        .into()
    }

    fn finding<'a>(&'a self, finding: &'a Finding) -> Element<'a, Message> {
        let title = text(&finding.title)
            .size(size::BODY)
            .font(font::STRONG)
            .width(Length::Fill);
        let words = Column::new()
            .push(title)
            .push(level_text(finding.level))
            .push(
                text(&finding.detail)
                    .size(size::SMALL)
                    .style(style::muted)
                    .wrapping(text::Wrapping::WordOrGlyph)
                    .width(Length::Fill),
            )
            .spacing(space::XS / 2.0)
            .width(Length::Fill);
        let fix = finding.fix.as_ref().map(|fix| match fix {
            Fix::Step(words) => text(words)
                .size(size::SMALL)
                .wrapping(text::Wrapping::WordOrGlyph)
                .width(Length::Fill)
                .into(),
            Fix::Lines(_) => self.fix_lines(finding, fix),
        });

        row![
            level_icon(finding.level),
            Column::new().push(words).push(fix).spacing(space::S)
        ]
        .spacing(space::M)
        .into()
    }

    /// The exact lines of a fix, and a button that copies them.
    fn fix_lines<'a>(&'a self, finding: &'a Finding, fix: &Fix) -> Element<'a, Message> {
        let is_copied = self.copied_finding.as_ref() == Some(&finding.id);
        let label = if is_copied {
            say!("doctor-copied")
        } else {
            say!("doctor-copy")
        };
        let copy = control::small(Icon::Copy, label, Some(Message::Copy(finding.id.clone())));
        let lines = container(
            text(fix.text())
                .size(size::SMALL)
                .wrapping(text::Wrapping::WordOrGlyph),
        )
        .padding(space::S)
        .width(Length::Fill)
        .style(style::fixed);

        column![lines, Row::new().push(blank::horizontal()).push(copy)]
            .spacing(space::XS)
            .into()
    }
}

fn level_icon<'a>(level: Level) -> Element<'a, Message> {
    let mark = match level {
        Level::Passed => icon::icon(Icon::Check, |tokens| tokens.success),
        Level::Warning => icon::icon(Icon::Warning, |tokens| tokens.warning),
        Level::Failed => icon::icon(Icon::Error, |tokens| tokens.danger),
        Level::Skipped => icon::icon(Icon::Info, |tokens| tokens.muted),
    };

    container(mark).width(part::ICON).into()
}

/// The level as text, so that the icon is not its only sign; none where the finding's own text says it.
fn level_text<'a>(level: Level) -> Option<Element<'a, Message>> {
    let (words, style): (_, fn(&iced::Theme) -> text::Style) = match level {
        // The text of a skipped check already begins by saying so.
        Level::Passed | Level::Skipped => return None,
        Level::Warning => (say!("doctor-warning"), style::warning),
        Level::Failed => (say!("doctor-failed"), style::danger),
    };

    Some(text(words).size(size::SMALL).style(style).into())
}
