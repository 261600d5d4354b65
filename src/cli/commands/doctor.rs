//! `doctor`: asks the service to look at the instances and at this machine, all at once.

use super::for_each_profile;
use crate::{
    cli::{
        arguments::Doctor,
        failure::Failure,
        report::{self, Answer},
    },
    service::Service,
};

pub(super) async fn run_checks(service: &Service, arguments: Doctor) -> Result<Answer, Failure> {
    let profiles = match arguments.profile {
        Some(text) => vec![service.find(&text).await?],
        None => super::load_profiles(service).await?,
    };
    let instances = for_each_profile(service, profiles, |service, profile| async move {
        let checks = service.check_instance(&profile).await;

        (profile, checks)
    });
    let (instances, machine) = tokio::join!(instances, service.check_machine());

    Ok(report::doctor(&instances, &machine))
}
