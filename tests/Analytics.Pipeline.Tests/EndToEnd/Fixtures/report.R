# Writes report.csv, what the report of October 2026 must say: kind,of,what,value,lower,upper. Rscript --vanilla report.R
library(survival)
subscribers <- read.csv("subscribers.csv", colClasses = c(number = "character"), na.strings = NULL)
all <- read.csv("complaints.csv", na.strings = "", colClasses = "character")
time <- function(text) as.POSIXct(text, "UTC", "%Y-%m-%d %H:%M")
all[c("received", "replied", "closed")] <- lapply(all[c("received", "replied", "closed")], time)
cut_off <- max(c(all$received, all$replied, all$closed), na.rm = TRUE)
hours <- function(a, b) as.numeric(difftime(a, b, units = "hours"))
month <- format(all$received, "%m")
now <- all[month == "10", ]
before <- all[month == "09", ]

rows <- function(kind, of, what, value, lower = NA, upper = NA) data.frame(kind, of, what, value, lower, upper, row.names = NULL)
wilson <- function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int
garwood <- function(x) poisson.test(x)$conf.int
share <- function(kind, of, what, x, n) { i <- wilson(x, n); rows(kind, of, what, x / n, i[1], i[2]) }
# Interval of a difference from the intervals of both sides (Zou and Donner 2008).
difference <- function(a, ia, b, ib) c(a - b, a - b - sqrt((a - ia[1])^2 + (ib[2] - b)^2), a - b + sqrt((ia[2] - a)^2 + (b - ib[1])^2))

# Customers: the average of the snapshots that answer for the month's begin and end; complaints see the newest of the month.
snapshots <- split(subscribers, subscribers$as_of)
exposure <- (nrow(snapshots[[1]]) + nrow(snapshots[[2]])) / 2
earlier <- nrow(snapshots[[1]])

# A case repeats an earlier one of the same customer and cause of the thirty days before.
repeats <- function(cases) sapply(seq_len(nrow(cases)), function(i) {
  if (is.na(cases$number[i])) return(NA)
  same <- all[which(all$number == cases$number[i] & all$cause == cases$cause[i]), ]
  any(same$received < cases$received[i] & hours(cases$received[i], same$received) <= 720)
})

measures <- function(cases, base) {
  first <- hours(cases$replied, cases$received)
  due <- !is.na(first) | hours(cut_off, cases$received) >= 48
  again <- repeats(cases)
  fit <- survfit(Surv(ifelse(is.na(cases$closed), hours(cut_off, cases$received), hours(cases$closed, cases$received)), !is.na(cases$closed)) ~ 1,
                 conf.type = "log-log")
  q <- quantile(fit, c(.5, .9))
  of <- function(x, n) c(x / n, wilson(x, n))
  rate <- function(x) c(x, garwood(x)) / base * 1e4
  known <- !is.na(cases$escalated)
  list(
    Complaints = c(nrow(cases), NA, NA), ComplaintsPer10kSubscribers = rate(nrow(cases)), EscalatedShare = of(sum(cases$escalated[known] == 1), sum(known)),
    RepeatShare = of(sum(again, na.rm = TRUE), sum(!is.na(again))), FirstReplyWithinLimitShare = of(sum(!is.na(first) & first <= 48), sum(due)),
    HandlingHoursP50 = c(q$quantile[1], q$lower[1], q$upper[1]), HandlingHoursP90 = c(q$quantile[2], q$lower[2], q$upper[2]))
}
current <- measures(now, exposure)
previous <- measures(before, earlier)
kpis <- do.call(rbind, lapply(names(current), function(k) {
  a <- current[[k]]
  b <- previous[[k]]
  d <- if (k == "Complaints") difference(a[1], garwood(a[1]), b[1], garwood(b[1])) else difference(a[1], a[2:3], b[1], b[2:3])
  rbind(rows("kpi", k, "current", a[1], a[2], a[3]), rows("kpi", k, "previous", b[1], b[2], b[3]), rows("kpi", k, "change", d[1], d[2], d[3]))
}))

# Segments: complaints of a label against the customers who have it.
band <- function(x, edges, right) {
  left <- if (right) "(" else "["
  labels <- c(paste0(if (right) "≤" else "<", edges[1]), paste0(left, head(edges, -1), "; ", edges[-1], if (right) "]" else ")"),
              paste0(if (right) ">" else "≥", tail(edges, 1)))
  as.character(cut(x, c(-Inf, edges, Inf), labels, right = right))
}
labels <- list(
  arpu = function(s) band(s$arpu, c(20, 50, 80, 120, 200, 400), TRUE), age = function(s) band(s$age, c(18, 25, 35, 45, 55, 65), FALSE),
  gender = function(s) s$gender, brand = function(s) s$brand, region = function(s) s$region)
newest <- snapshots[[2]]
counted <- function(column) {
  own <- labels[[column]](newest)[match(now$number, newest$number)]
  if (column == "region") own <- ifelse(is.na(now$region), own, now$region)
  own[is.na(own)] <- ""
  x <- table(own)
  s <- (table(factor(labels[[column]](snapshots[[1]]), names(x))) + table(factor(labels[[column]](newest), names(x)))) / 2
  data.frame(column, label = names(x), x = as.vector(x), s = as.vector(s))
}
counts <- lapply(names(labels), counted)
compared <- do.call(rbind, lapply(counts, function(t) t[t$label != "" & t$s > 0, ]))
compared$residual <- unlist(lapply(split(compared, factor(compared$column, names(labels))), function(t) chisq.test(t$x, p = t$s / sum(t$s))$stdres))
compared$p <- p.adjust(2 * pnorm(-abs(compared$residual)), "BH")
segments <- do.call(rbind, lapply(seq_len(nrow(compared)), function(i) {
  r <- compared[i, ]
  t <- compared[compared$column == r$column, ]
  rate <- poisson.test(r$x, r$s)$conf.int
  ratio <- poisson.test(c(r$x, sum(t$x) - r$x), c(r$s, sum(t$s) - r$s))
  of <- paste0(r$column, ":", r$label)
  rbind(
    rows("segment", of, "complaints", r$x), rows("segment", of, "subscribers", r$s), share("segment", of, "share of complaints", r$x, nrow(now)),
    rows("segment", of, "per 10k", r$x / r$s * 1e4, rate[1] * 1e4, rate[2] * 1e4),
    rows("segment", of, "rate ratio", ratio$estimate, ratio$conf.int[1], ratio$conf.int[2]),
    rows("segment", of, "contribution", r$x / sum(t$x) / (r$s / sum(t$s))), rows("segment", of, "residual", r$residual), rows("segment", of, "adjusted p", r$p))
}))
tests <- do.call(rbind, lapply(split(compared, compared$column), function(t) {
  test <- chisq.test(t$x, p = t$s / sum(t$s))
  rbind(rows("test", t$column[1], "chi square", test$statistic), rows("test", t$column[1], "p", test$p.value))
}))

# Pareto of categories and causes.
pareto <- function(level) {
  x <- sort(table(now[[level]]), decreasing = TRUE)
  y <- table(factor(before[[level]], names(x)))
  from <- (cumsum(x) - x) / sum(x)
  do.call(rbind, lapply(seq_along(x), function(i) {
    of <- paste0(level, ":", names(x)[i])
    d <- difference(x[[i]], garwood(x[[i]]), y[[i]], garwood(y[[i]]))
    rbind(rows("pareto", of, "count", x[[i]]), share("pareto", of, "share", x[[i]], sum(x)), rows("pareto", of, "cumulative", sum(x[1:i]) / sum(x)),
          rows("pareto", of, "class", if (from[i] < .8) 0 else if (from[i] < .9) 1 else 2), rows("pareto", of, "rank", rank(-x, ties.method = "min")[i]),
          rows("pareto", of, "change", d[1], d[2], d[3]))
  }))
}

# Cause by channel.
cross <- table(now$cause, now$channel)
test <- suppressWarnings(chisq.test(cross, correct = FALSE))
association <- rbind(
  rows("association", "", "chi square", test$statistic), rows("association", "", "v", sqrt(test$statistic / sum(cross) / (min(dim(cross)) - 1))),
  do.call(rbind, lapply(rownames(cross), function(r) do.call(rbind, lapply(colnames(cross), function(c)
    rbind(rows("association", paste0(r, ":", c), "count", cross[r, c]), rows("association", paste0(r, ":", c), "residual", test$stdres[r, c])))))))

# How causes were resolved.
done <- now[!is.na(now$resolution), ]
resolved <- do.call(rbind, lapply(split(done, paste0(done$cause, ":", done$resolution)), function(t) {
  of <- paste0(t$cause[1], ":", t$resolution[1])
  a <- t$accepted[!is.na(t$accepted)]
  s <- as.numeric(t$satisfaction[!is.na(t$satisfaction)])
  rbind(rows("resolution", of, "complaints", nrow(t)), share("resolution", of, "accepted", sum(a == 1), length(a)),
        share("resolution", of, "satisfied", sum(s >= 4), length(s)), rows("resolution", of, "hours", median(hours(t$closed, t$received))))
}))

# What the profile of the file must find.
profile <- rbind(
  rows("profile", "complaints", "rows", nrow(all)), rows("profile", "remark", "missing-several-ways", sum(is.na(all$remark) | all$remark %in% c("-", "NA"))),
  rows("profile", "source", "constant-column", nrow(all)), rows("profile", "branch", "copied-column", nrow(all)))

result <- rbind(kpis, segments, tests, pareto("category"), pareto("cause"), association, resolved, profile)
result[4:6] <- lapply(result[4:6], function(x) ifelse(is.na(x), "", formatC(x, digits = 15, format = "g", width = 1)))
write.csv(result, "report.csv", row.names = FALSE, quote = FALSE)
