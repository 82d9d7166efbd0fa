# Makes subscribers.csv (two snapshots of some 1,500 customers) and complaints.csv (September and October 2026). Rscript --vanilla operator.R
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20261125)
n <- 1500
pick <- function(values, size, weights = NULL) sample(values, size, TRUE, weights)

base <- data.frame(
  number = sprintf("S%05d", seq_len(n)), as_of = "2026-09-01",
  gender = pick(c("F", "M", ""), n, c(.48, .49, .03)), age = pmin(pmax(round(rnorm(n, 42, 15)), 12), 79),
  region = pick(c("North", "South", "East", "West", "Hills"), n, c(.3, .25, .2, .15, .1)),
  brand = pick(c("Gold", "Swift", "Plain"), n, c(.25, .3, .45)), arpu = round(exp(rnorm(n, 4.3, .75)), 1))
later <- base[-sample(n, 60), ]
later$as_of <- "2026-10-15"
later$arpu <- round(later$arpu * runif(nrow(later), .8, 1.2), 1)

m <- 2600
causes <- data.frame(
  cause = c("no signal", "slow data", "dropped calls", "wrong charge", "unknown pack", "roaming bill", "queue", "rude answer", "late delivery"),
  category = c("network", "network", "network", "billing", "billing", "billing", "service", "service", "shop"),
  weight = c(.2, .17, .08, .16, .12, .06, .09, .06, .06))
of <- pick(seq_len(n), m, ifelse(base$age >= 25 & base$age < 35, 2, 1) * ifelse(base$brand == "Gold", 1.3, 1))
cause <- pick(seq_len(9), m, causes$weight)
received <- as.POSIXct("2026-09-01", tz = "UTC") + sort(sample(61 * 1440, m)) * 60
channel <- ifelse(causes$category[cause] == "shop", pick(c("shop", "hotline"), m), pick(c("hotline", "app", "web", "shop"), m, c(.5, .25, .15, .1)))
reply <- received + round(rexp(m, 1 / 25) * 60) * 60 + 60
close <- received + round(rexp(m, 1 / 70) * 60) * 60 + 120
cut <- as.POSIXct("2026-10-31 23:59:00", tz = "UTC")
stamp <- function(times) ifelse(is.na(times) | times > cut, "", format(times, "%Y-%m-%d %H:%M"))
resolution <- pick(c("explained", "corrected", "refunded"), m, c(.5, .3, .2))
closed <- stamp(close) != ""

complaints <- data.frame(
  id = sprintf("C%05d", seq_len(m)), number = ifelse(runif(m) < .02, "", base$number[of]), received = stamp(received), channel = channel,
  category = causes$category[cause], cause = causes$cause[cause], region = ifelse(runif(m) < .3, base$region[of], ""),
  escalated = ifelse(runif(m) < .02, "", as.integer(runif(m) < .12)), replied = stamp(pmin(reply, close)), closed = stamp(close),
  resolution = ifelse(closed, resolution, ""), accepted = ifelse(closed & runif(m) < .9, as.integer(runif(m) < .7), ""),
  satisfaction = ifelse(closed & runif(m) < .5, pick(1:5, m, c(.1, .1, .2, .35, .25)), ""),
  remark = pick(c("", "-", "NA", "called twice"), m, c(.5, .1, .1, .3)), source = "crm", branch = match(causes$category[cause], unique(causes$category)))

write.csv(rbind(base, later), "subscribers.csv", row.names = FALSE, quote = FALSE)
write.csv(complaints, "complaints.csv", row.names = FALSE, quote = FALSE)
