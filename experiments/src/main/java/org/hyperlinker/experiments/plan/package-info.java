/** What an experiment is: systems, what they are asked, and what others have published. */
package org.hyperlinker.experiments.plan;
