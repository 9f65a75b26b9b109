//! What the arguments of each command ask for.

use super::DEFAULT_SCENE;
use crate::cli::arguments::{
    AdviseArguments, Arguments, AssignArguments, CommandArgument, FigureArguments, ImportArguments, PresentArguments, QualityArgument,
    ShotArguments, ViewArguments,
};
use crate::cli::task::{
    AdvisePlan, AssignPlan, CheckPlan, ComparePlan, Form, ImportPlan, InfoPlan, NewPlan, PackPlan, PictureQuality, PresentPlan,
    QuestionPlan, RoadmapPlan, ShotPlan, SimulatePlan, Subject, Task, VerifyPlan, ViewPlan,
};
use crate::cli::usage;
use crate::i18n::Words;
use crate::publish::Format;
use crate::publish::film::WRITES_VIDEO;
use crate::twin::simulate::traffic::assignment::Principle;

/// What the arguments of a command ask for, or what is wrong with how they go together.
pub(super) fn task(arguments: Arguments, words: &Words) -> Task {
    match arguments.command {
        None => Task::View(ViewPlan::default()),
        Some(CommandArgument::View(view)) => Task::View(view_plan(view)),
        Some(CommandArgument::Shot(shot)) => shot_task(shot, words),
        Some(CommandArgument::Import(import)) => import_task(import, words),
        Some(CommandArgument::Info(info)) => Task::Info(InfoPlan {
            scene: info.scene.unwrap_or_else(|| DEFAULT_SCENE.to_owned()),
            json: info.json,
            instead_of_window: false,
        }),
        Some(CommandArgument::Simulate(simulate)) => Task::Simulate(SimulatePlan {
            scene: simulate.scene,
            scenario: simulate.scenario,
            models: simulate.model,
            form: simulate.figures.form(),
            out: simulate.out,
            tables: simulate.tables,
            assume: simulate.figures.assume,
        }),
        Some(CommandArgument::Compare(compare)) => Task::Compare(ComparePlan {
            scene: compare.scene,
            scenarios: compare.scenarios,
            by_year: compare.by_year,
            form: compare.figures.form(),
            assume: compare.figures.assume,
        }),
        Some(CommandArgument::Roadmap(roadmap)) => Task::Roadmap(RoadmapPlan {
            scene: roadmap.scene,
            form: roadmap.figures.form(),
            pdf: roadmap.pdf,
            html: roadmap.html,
            assume: roadmap.figures.assume,
        }),
        Some(CommandArgument::Present(present)) => present_task(present, words),
        Some(CommandArgument::Advise(advise)) => Task::Advise(advise_plan(advise)),
        Some(CommandArgument::Check(check)) => Task::Check(CheckPlan { paths: check.paths, json: check.json }),
        Some(CommandArgument::New(new)) => Task::New(NewPlan { start: new.start, path: new.path }),
        Some(CommandArgument::Explain(explain)) => Task::Explain { field: explain.field },
        Some(CommandArgument::Assign(assign)) => Task::Assign(assign_plan(assign)),
        Some(CommandArgument::Pack(pack)) => Task::Pack(PackPlan { scene: pack.scene, out: pack.out, json: pack.json }),
        Some(CommandArgument::Verify(verify)) => Task::Verify(VerifyPlan { cases: verify.cases, json: verify.json }),
        Some(CommandArgument::Doctor(doctor)) => Task::Doctor { json: doctor.json },
    }
}

impl FigureArguments {
    fn form(&self) -> Form {
        match (self.json, self.csv) {
            (true, _) => Form::Json,
            (_, true) => Form::Csv,
            _ => Form::Text,
        }
    }
}

fn view_plan(view: ViewArguments) -> ViewPlan {
    ViewPlan {
        scene: view.scene,
        script: view.script,
        tour: None,
        frames: view.frames,
        json: view.json,
        quality: view.quality.map(PictureQuality::from),
        size: view.size,
    }
}

fn present_task(present: PresentArguments, words: &Words) -> Task {
    if present.mp4 && !WRITES_VIDEO {
        return usage::complaint(words, "error-film-no-h264", &[]);
    }
    Task::Present(present_plan(present))
}

fn present_plan(present: PresentArguments) -> PresentPlan {
    let asked = [
        (present.png, Format::Pictures),
        (present.pdf, Format::Document),
        (present.html, Format::Page),
        (present.csv, Format::Figures),
        (present.geojson, Format::Proposals),
        (present.gltf, Format::Model),
        (present.gif, Format::Film),
        (present.mp4, Format::Video),
        (present.sun, Format::SunStudy),
    ];
    let mut formats: Vec<Format> = asked.into_iter().filter_map(|(is_asked, format)| is_asked.then_some(format)).collect();
    if formats.is_empty() && present.out.is_some() {
        formats.extend(Format::USUAL);
    }
    PresentPlan {
        scene: present.scene,
        tour: present.tour,
        out: present.out,
        formats,
        size: present.size,
        quality: present.quality.map(PictureQuality::from),
        json: present.json,
    }
}

/// Shortfalls listed where nobody says how many.
const SHORTFALLS: u32 = 20;

fn advise_plan(advise: AdviseArguments) -> AdvisePlan {
    let count = advise.count.map_or(1, usize::from);
    let (least_way, everybody, district, save) = (advise.least_way, advise.everybody, advise.district, advise.save);
    let question = |kind| QuestionPlan { kind, count, least_way, everybody, district, save };
    AdvisePlan {
        scene: advise.scene,
        scenario: advise.scenario,
        question: advise.kind.map(question),
        most: advise.most.unwrap_or(SHORTFALLS) as usize,
        form: advise.figures.form(),
        assume: advise.figures.assume,
    }
}

fn assign_plan(assign: AssignArguments) -> AssignPlan {
    AssignPlan {
        network: assign.network,
        trips: assign.trips,
        toll_factor: assign.toll_factor.unwrap_or(0.0),
        distance_factor: assign.distance_factor.unwrap_or(0.0),
        principle: if assign.optimum { Principle::SystemOptimum } else { Principle::UserEquilibrium },
        close: assign.close,
        gap: assign.gap,
        threads: assign.threads.map(usize::from),
        flows: assign.flows,
        json: assign.json,
    }
}

fn shot_task(shot: ShotArguments, words: &Words) -> Task {
    let subject = match (shot.scene, shot.solution) {
        (None, Some(solution)) => Subject::Solution(solution),
        (Some(scene), None) => Subject::Scene(scene, shot.scenario),
        _ => return usage::complaint(words, "cli-usage-subject", &[]),
    };
    Task::Shot(ShotPlan {
        subject,
        camera: shot.camera,
        at: shot.at,
        size: shot.size,
        quality: shot.quality.map_or(PictureQuality::Full, PictureQuality::from),
        out: shot.out,
    })
}

fn import_task(import: ImportArguments, words: &Words) -> Task {
    if import.table.len() != import.mapping.len() {
        return usage::complaint(
            words,
            "cli-usage-mappings",
            &[("tables", import.table.len().into()), ("mappings", import.mapping.len().into())],
        );
    }
    Task::Import(ImportPlan {
        osm: import.osm,
        dem: import.dem,
        gtfs: import.gtfs,
        districts: import.districts,
        tables: import.table.into_iter().zip(import.mapping).collect(),
        population: import.population,
        clip: import.clip,
        out: import.out,
        id: import.id,
        timezone: import.timezone,
        json: import.json,
    })
}

impl From<QualityArgument> for PictureQuality {
    fn from(argument: QualityArgument) -> Self {
        match argument {
            QualityArgument::Lite => PictureQuality::Lite,
            QualityArgument::Full => PictureQuality::Full,
        }
    }
}
