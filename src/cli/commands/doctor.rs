//! `doctor`: has the service check the instances and this machine, all at the same time.

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
