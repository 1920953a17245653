package uk.smartenergy.incident.api.problem;

/** A workaround that is offered where a like Incident is raised. @param why what is alike */
public record KnownError(ProblemId problem, String title, String workaround, String why) {}
